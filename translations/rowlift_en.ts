<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>rowlift::Brake</name>
    <message numerus="yes">
        <source>All of the first %Ln row(s) failed: %1. Nothing else was sent.</source>
        <translation>
            <numerusform>All of the first %Ln row failed: %1. Nothing else was sent.</numerusform>
            <numerusform>All of the first %Ln rows failed: %1. Nothing else was sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the first %Ln row(s) failed, most of them for this: %2. Nothing else was sent.</source>
        <translation>
            <numerusform>%1 of the first %Ln row failed, most of them for this: %2. Nothing else was sent.</numerusform>
            <numerusform>%1 of the first %Ln rows failed, most of them for this: %2. Nothing else was sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::Check</name>
    <message numerus="yes">
        <source>%1 will be cut to %n characters</source>
        <translation>
            <numerusform>%1 will be cut to %n character</numerusform>
            <numerusform>%1 will be cut to %n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 differs between the rows of %n record(s): the first one counts</source>
        <translation>
            <numerusform>%1 differs between the rows of %n record: the first one counts</numerusform>
            <numerusform>%1 differs between the rows of %n records: the first one counts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::Cli</name>
    <message numerus="yes">
        <source>%n cell(s) where the header has %1</source>
        <translation>
            <numerusform>%n cell where the header has %1</numerusform>
            <numerusform>%n cells where the header has %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out</source>
        <translation>
            <numerusform>%n row left out</numerusform>
            <numerusform>%n rows left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have characters that cannot be read; � stands in their place. Check --encoding.</source>
        <translation>
            <numerusform>%n row has characters that cannot be read; � stands in their place. Check --encoding.</numerusform>
            <numerusform>%n rows have characters that cannot be read; � stands in their place. Check --encoding.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) are blank: their formulas were never calculated. Open the workbook in Excel and save it.</source>
        <translation>
            <numerusform>%n cell is blank: its formula was never calculated. Open the workbook in Excel and save it.</numerusform>
            <numerusform>%n cells are blank: their formulas were never calculated. Open the workbook in Excel and save it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), a heads-up</source>
        <translation>
            <numerusform>%n row, a heads-up</numerusform>
            <numerusform>%n rows, a heads-up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out: they have problems, which “rowlift check” tells.</source>
        <translation>
            <numerusform>%n row left out: it has problems, which “rowlift check” tells.</numerusform>
            <numerusform>%n rows left out: they have problems, which “rowlift check” tells.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) are larger than %1 bytes: a single row is.</source>
        <translation>
            <numerusform>%n part is larger than %1 bytes: a single row is.</numerusform>
            <numerusform>%n parts are larger than %1 bytes: a single row is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s): %1</source>
        <translation>
            <numerusform>%Ln row: %1</numerusform>
            <numerusform>%Ln rows: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were not sent.</source>
        <translation>
            <numerusform>%Ln row was not sent.</numerusform>
            <numerusform>%Ln rows were not sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are still waiting.</source>
        <translation>
            <numerusform>%Ln row is still waiting.</numerusform>
            <numerusform>%Ln rows are still waiting.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln row(s) nobody can tell whether they arrived.</source>
        <translation>
            <numerusform>Of %Ln row nobody can tell whether they arrived.</numerusform>
            <numerusform>Of %Ln rows nobody can tell whether they arrived.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were not processed, and are not in.</source>
        <translation>
            <numerusform>%Ln row was not processed, and is not in.</numerusform>
            <numerusform>%Ln rows were not processed, and are not in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s) are ready.</source>
        <translation>
            <numerusform>%1 of %Ln row is ready.</numerusform>
            <numerusform>%1 of %Ln rows are ready.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s) were found in %2, %3 were not, %4 several times.</source>
        <extracomment>%1 rows, %2 a service or account, %3 and %4 rows</extracomment>
        <translation>
            <numerusform>%1 of %Ln row was found in %2, %3 were not, %4 several times.</numerusform>
            <numerusform>%1 of %Ln rows were found in %2, %3 were not, %4 several times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s) are ready for %2 in %3.</source>
        <translation>
            <numerusform>%1 of %Ln row is ready for %2 in %3.</numerusform>
            <numerusform>%1 of %Ln rows are ready for %2 in %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) in “%1”; parts: %2. Nothing was sent.</source>
        <translation>
            <numerusform>%Ln row in “%1”; parts: %2. Nothing was sent.</numerusform>
            <numerusform>%Ln rows in “%1”; parts: %2. Nothing was sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s) are deleted, %2 failed; parts done: %3.</source>
        <translation>
            <numerusform>%1 of %Ln row is deleted, %2 failed; parts done: %3.</numerusform>
            <numerusform>%1 of %Ln rows are deleted, %2 failed; parts done: %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s) are in, %2 failed; parts done: %3.</source>
        <translation>
            <numerusform>%1 of %Ln row is in, %2 failed; parts done: %3.</numerusform>
            <numerusform>%1 of %Ln rows are in, %2 failed; parts done: %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s): %1</source>
        <translation>
            <numerusform>%Ln part: %1</numerusform>
            <numerusform>%Ln parts: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are deleted, %1 failed, %2 were left out.</source>
        <translation>
            <numerusform>%Ln row is deleted, %1 failed, %2 were left out.</numerusform>
            <numerusform>%Ln rows are deleted, %1 failed, %2 were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are in, %1 failed, %2 were left out.</source>
        <translation>
            <numerusform>%Ln row is in, %1 failed, %2 were left out.</numerusform>
            <numerusform>%Ln rows are in, %1 failed, %2 were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of those that are in have a warning.</source>
        <translation>
            <numerusform>%Ln row of those that are in has a warning.</numerusform>
            <numerusform>%Ln rows of those that are in have a warning.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1  %2  %3  “%4” to %5, %Ln row(s)</source>
        <extracomment>A line of &quot;rowlift runs&quot;: id, when, state, file, account, number of rows</extracomment>
        <translation>
            <numerusform>%1  %2  %3  “%4” to %5, %Ln row</numerusform>
            <numerusform>%1  %2  %3  “%4” to %5, %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They form %Ln record(s).</source>
        <translation>
            <numerusform>They form %Ln record.</numerusform>
            <numerusform>They form %Ln records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To be asked for, each once: %1; that takes about %Ln call(s).</source>
        <translation>
            <numerusform>To be asked for, each once: %1; that takes about %Ln call.</numerusform>
            <numerusform>To be asked for, each once: %1; that takes about %Ln calls.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The contacts of %1 of %Ln row(s) are in %2, those of %3 are not.</source>
        <extracomment>%1 rows, %2 a service or account, %3 rows</extracomment>
        <translation>
            <numerusform>The contacts of %1 of %Ln row are in %2, those of %3 are not.</numerusform>
            <numerusform>The contacts of %1 of %Ln rows are in %2, those of %3 are not.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out: what they form is larger than the service takes at once.</source>
        <translation>
            <numerusform>%n row left out: what it forms is larger than the service takes at once.</numerusform>
            <numerusform>%n rows left out: what they form is larger than the service takes at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::Detect</name>
    <message numerus="yes">
        <source>%1: %n letter(s) such as %2.</source>
        <extracomment>%1 is the name of a character set, %2 some letters such as &quot;ü é&quot;</extracomment>
        <translation>
            <numerusform>%1: %n letter such as %2.</numerusform>
            <numerusform>%1: %n letters such as %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: all rows agree on %n column(s).</source>
        <translation>
            <numerusform>%1: all rows agree on %n column.</numerusform>
            <numerusform>%1: all rows agree on %n columns.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of the first %3 rows agree on %n column(s).</source>
        <translation>
            <numerusform>%1: %2 of the first %3 rows agree on %n column.</numerusform>
            <numerusform>%1: %2 of the first %3 rows agree on %n columns.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: your choice, %n column(s).</source>
        <translation>
            <numerusform>%1: your choice, %n column.</numerusform>
            <numerusform>%1: your choice, %n columns.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::FileFact</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This looks like the result file of an earlier load, in which %Ln row(s) failed.</source>
        <translation>
            <numerusform>This looks like the result file of an earlier load, in which %Ln row failed.</numerusform>
            <numerusform>This looks like the result file of an earlier load, in which %Ln rows failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column %1: %Ln value(s) of %2 have %3 digits, the rest %4. A spreadsheet program may have removed a leading zero.</source>
        <translation>
            <numerusform>Column %1: %Ln value of %2 has %3 digits, the rest %4. A spreadsheet program may have removed a leading zero.</numerusform>
            <numerusform>Column %1: %Ln values of %2 have %3 digits, the rest %4. A spreadsheet program may have removed a leading zero.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column %1 has %Ln value(s) like %2: the original number is lost in the file.</source>
        <translation>
            <numerusform>Column %1 has %Ln value like %2: the original number is lost in the file.</numerusform>
            <numerusform>Column %1 has %Ln values like %2: the original number is lost in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column %1 has %Ln long number(s) that end in zeros, like %2. A spreadsheet program keeps only 15 digits: the last ones may be lost.</source>
        <translation>
            <numerusform>Column %1 has %Ln long number that ends in zeros, %2. A spreadsheet program keeps only 15 digits: the last ones may be lost.</numerusform>
            <numerusform>Column %1 has %Ln long numbers that end in zeros, like %2. A spreadsheet program keeps only 15 digits: the last ones may be lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column %1 has %Ln value(s) like “%2” among its codes. A spreadsheet program may have turned them into dates.</source>
        <translation>
            <numerusform>Column %1 has %Ln value like “%2” among its codes. A spreadsheet program may have turned it into a date.</numerusform>
            <numerusform>Column %1 has %Ln values like “%2” among its codes. A spreadsheet program may have turned them into dates.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column %1 has %Ln value(s) like “%2”: letters were lost before this file was saved.</source>
        <translation>
            <numerusform>Column %1 has %Ln value like “%2”: letters were lost before this file was saved.</numerusform>
            <numerusform>Column %1 has %Ln values like “%2”: letters were lost before this file was saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column %1 has %Ln value(s) that are an error of a spreadsheet program, like %2.</source>
        <translation>
            <numerusform>Column %1 has %Ln value that is an error of a spreadsheet program: %2.</numerusform>
            <numerusform>Column %1 has %Ln values that are an error of a spreadsheet program, like %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column %1 has letters that were garbled before this file was saved, like “%2” (%Ln row(s)).</source>
        <translation>
            <numerusform>Column %1 has letters that were garbled before this file was saved, like “%2” (%Ln row).</numerusform>
            <numerusform>Column %1 has letters that were garbled before this file was saved, like “%2” (%Ln rows).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have letters that were garbled before this file was saved, like “%1”.</source>
        <translation>
            <numerusform>%Ln row has letters that were garbled before this file was saved, like “%1”.</numerusform>
            <numerusform>%Ln rows have letters that were garbled before this file was saved, like “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) stand below the table and are not imported: “%1”.</source>
        <translation>
            <numerusform>%Ln row stands below the table and is not imported: “%1”.</numerusform>
            <numerusform>%Ln rows stand below the table and are not imported: “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have a word where a cell may be meant to be blank, like “%1”.</source>
        <translation>
            <numerusform>%Ln row has a word where a cell may be meant to be blank, like “%1”.</numerusform>
            <numerusform>%Ln rows have a word where a cell may be meant to be blank, like “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln comment line(s) are not imported.</source>
        <translation>
            <numerusform>%Ln comment line is not imported.</numerusform>
            <numerusform>%Ln comment lines are not imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::NamedRows</name>
    <message numerus="yes">
        <source>The service counts %Ln failed row(s), and names %1.</source>
        <translation>
            <numerusform>The service counts %Ln failed row, and names %1.</numerusform>
            <numerusform>The service counts %Ln failed rows, and names %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service counts %Ln row(s) with a warning, and names %1.</source>
        <translation>
            <numerusform>The service counts %Ln row with a warning, and names %1.</numerusform>
            <numerusform>The service counts %Ln rows with a warning, and names %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service counts %Ln row(s) as in; by what was sent there should be %1.</source>
        <translation>
            <numerusform>The service counts %Ln row as in; by what was sent there should be %1.</numerusform>
            <numerusform>The service counts %Ln rows as in; by what was sent there should be %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So nobody can tell of %Ln row(s) whether they are in.</source>
        <translation>
            <numerusform>So nobody can tell of %Ln row whether it is in.</numerusform>
            <numerusform>So nobody can tell of %Ln rows whether they are in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service counts %Ln failed record(s), and names %1.</source>
        <translation>
            <numerusform>The service counts %Ln failed record, and names %1.</numerusform>
            <numerusform>The service counts %Ln failed records, and names %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service counts %Ln record(s) with a warning, and names %1.</source>
        <translation>
            <numerusform>The service counts %Ln record with a warning, and names %1.</numerusform>
            <numerusform>The service counts %Ln records with a warning, and names %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service counts %Ln record(s) as in; by what was sent there should be %1.</source>
        <translation>
            <numerusform>The service counts %Ln record as in; by what was sent there should be %1.</numerusform>
            <numerusform>The service counts %Ln records as in; by what was sent there should be %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So nobody can tell of %Ln record(s) whether they are in.</source>
        <translation>
            <numerusform>So nobody can tell of %Ln record whether it is in.</numerusform>
            <numerusform>So nobody can tell of %Ln records whether they are in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::PartWalk</name>
    <message numerus="yes">
        <source>The service does not know this part any more: it tells what became of one for %n day(s) only.</source>
        <translation>
            <numerusform>The service does not know this part any more: it tells what became of one for %n day only.</numerusform>
            <numerusform>The service does not know this part any more: it tells what became of one for %n days only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::PastedCells</name>
    <message numerus="yes">
        <source>Pasted cells (%n row(s))</source>
        <translation>
            <numerusform>Pasted cells (%n row)</numerusform>
            <numerusform>Pasted cells (%n rows)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::dotdigital::Collections</name>
    <message numerus="yes">
        <source>The name of a collection has at most 255 characters; this one has %n.</source>
        <translation>
            <numerusform>The name of a collection has at most 255 characters; this one has %n.</numerusform>
            <numerusform>The name of a collection has at most 255 characters; this one has %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::dotdigital::Lists</name>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ActionChoice</name>
    <message numerus="yes">
        <source>%Ln new record(s), even if the same ones are there already.</source>
        <translation>
            <numerusform>%Ln new record, even if the same one is there already.</numerusform>
            <numerusform>%Ln new records, even if the same ones are there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln call(s)</source>
        <translation>
            <numerusform>about %Ln call</numerusform>
            <numerusform>about %Ln calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::CellInspector</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) as %1</source>
        <translation>
            <numerusform>%n byte as %1</numerusform>
            <numerusform>%n bytes as %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::CheckGroups</name>
    <message numerus="yes">
        <source>All %Ln row(s)</source>
        <translation>
            <numerusform>All %Ln row</numerusform>
            <numerusform>All %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::CheckNames</name>
    <message numerus="yes">
        <source>%1: %Ln different one(s) looked up.</source>
        <extracomment>%1 &quot;Contacts&quot;</extracomment>
        <translation>
            <numerusform>%1: %Ln different one looked up.</numerusform>
            <numerusform>%1: %Ln different ones looked up.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) belong to one that is there.</source>
        <translation>
            <numerusform>%Ln row belongs to one that is there.</numerusform>
            <numerusform>%Ln rows belong to one that is there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln call(s)</source>
        <translation>
            <numerusform>about %Ln call</numerusform>
            <numerusform>about %Ln calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::CheckNotices</name>
    <message numerus="yes">
        <source>All %Ln row(s) have the same problem: %1.</source>
        <extracomment>%1 &quot;Birthdate cannot be read as a date&quot;</extracomment>
        <translation>
            <numerusform>%Ln row has this problem: %1.</numerusform>
            <numerusform>All %Ln rows have the same problem: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) find no record in %1: left out.</source>
        <translation>
            <numerusform>%Ln row finds no record in %1: left out.</numerusform>
            <numerusform>%Ln rows find no record in %1: left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) find several records: the one changed last is updated.</source>
        <translation>
            <numerusform>%Ln row finds several records: the one changed last is updated.</numerusform>
            <numerusform>%Ln rows find several records: the one changed last is updated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) find several records: left out.</source>
        <translation>
            <numerusform>%Ln row finds several records: left out.</numerusform>
            <numerusform>%Ln rows find several records: left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::CheckPage</name>
    <message numerus="yes">
        <source>%Ln row(s) need a look before you import</source>
        <translation>
            <numerusform>%Ln row needs a look before you import</numerusform>
            <numerusform>%Ln rows need a look before you import</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything looks fine — %Ln row(s) ready</source>
        <translation>
            <numerusform>Everything looks fine — %Ln row ready</numerusform>
            <numerusform>Everything looks fine — %Ln rows ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln row(s) into Production</source>
        <translation>
            <numerusform>Import %Ln row into Production</numerusform>
            <numerusform>Import %Ln rows into Production</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln row(s)</source>
        <translation>
            <numerusform>Import %Ln row</numerusform>
            <numerusform>Import %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) need a look before you delete</source>
        <translation>
            <numerusform>%Ln row needs a look before you delete</numerusform>
            <numerusform>%Ln rows need a look before you delete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) would be deleted</source>
        <translation>
            <numerusform>%Ln record would be deleted</numerusform>
            <numerusform>%Ln records would be deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln record(s) in Production</source>
        <translation>
            <numerusform>Delete %Ln record in Production</numerusform>
            <numerusform>Delete %Ln records in Production</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln record(s)</source>
        <translation>
            <numerusform>Delete %Ln record</numerusform>
            <numerusform>Delete %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) ready, %1 with a heads-up</source>
        <extracomment>%1 a number of rows</extracomment>
        <translation>
            <numerusform>%Ln row ready, %1 with a heads-up</numerusform>
            <numerusform>%Ln rows ready, %1 with a heads-up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) ready</source>
        <translation>
            <numerusform>%Ln row ready</numerusform>
            <numerusform>%Ln rows ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 ready, %Ln row(s) with a heads-up</source>
        <extracomment>%1 &quot;41,210 records from 100,000 rows&quot;</extracomment>
        <translation>
            <numerusform>%1 ready, %Ln row with a heads-up</numerusform>
            <numerusform>%1 ready, %Ln rows with a heads-up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 are ready · %Ln row(s) are left out unless they are mended in the file</source>
        <extracomment>%1 &quot;41,210 records from 100,000 rows&quot;</extracomment>
        <translation>
            <numerusform>%1 are ready · %Ln row is left out unless it is mended in the file</numerusform>
            <numerusform>%1 are ready · %Ln rows are left out unless they are mended in the file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) from %1</source>
        <extracomment>%1 &quot;100,000 rows&quot;</extracomment>
        <translation>
            <numerusform>%Ln record from %1</numerusform>
            <numerusform>%Ln records from %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::CheckPromise</name>
    <message numerus="yes">
        <source>All %Ln column(s) are imported</source>
        <translation>
            <numerusform>The %Ln column is imported</numerusform>
            <numerusform>All %Ln columns are imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; not imported: %2 and %Ln more</source>
        <translation>
            <numerusform>%1; not imported: %2 and %Ln more</numerusform>
            <numerusform>%1; not imported: %2 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are left out</source>
        <translation>
            <numerusform>%Ln row is left out</numerusform>
            <numerusform>%Ln rows are left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Blank cells leave fields as they are, but empty %Ln of them</source>
        <translation>
            <numerusform>Blank cells leave fields as they are, but empty %Ln of them</numerusform>
            <numerusform>Blank cells leave fields as they are, but empty %Ln of them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fixed value(s)</source>
        <translation>
            <numerusform>%Ln fixed value</numerusform>
            <numerusform>%Ln fixed values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent in %Ln call(s) of one row</source>
        <translation>
            <numerusform>Sent in %Ln call of one row</numerusform>
            <numerusform>Sent in %Ln calls of one row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent in %Ln small call(s) of up to %1 rows</source>
        <translation>
            <numerusform>Sent in %Ln small call of up to %1 rows</numerusform>
            <numerusform>Sent in %Ln small calls of up to %1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo afterwards: not from here. The old values are kept in the folder of this import (about %Ln call(s)).</source>
        <translation>
            <numerusform>Undo afterwards: not from here. The old values are kept in the folder of this import (about %Ln call).</numerusform>
            <numerusform>Undo afterwards: not from here. The old values are kept in the folder of this import (about %Ln calls).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) are deleted</source>
        <translation>
            <numerusform>%Ln record is deleted</numerusform>
            <numerusform>%Ln records are deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) say neither yes nor no to contact: left out until it is decided</source>
        <translation>
            <numerusform>%Ln row says neither yes nor no to contact: left out until it is decided</numerusform>
            <numerusform>%Ln rows say neither yes nor no to contact: left out until it is decided</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ChipStrip</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ColumnCard</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ConsentWords</name>
    <message numerus="yes">
        <source>%Ln row(s) allow contact again</source>
        <translation>
            <numerusform>%Ln row allows contact again</numerusform>
            <numerusform>%Ln rows allow contact again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) allow contact (“%1”).</source>
        <extracomment>%1 a value of the file</extracomment>
        <translation>
            <numerusform>%Ln row allows contact (“%1”).</numerusform>
            <numerusform>%Ln rows allow contact (“%1”).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send only the %Ln unsubscribe(s)</source>
        <translation>
            <numerusform>Send only the %Ln unsubscribe</numerusform>
            <numerusform>Send only the %Ln unsubscribes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send only the %Ln that stop(s) contact</source>
        <translation>
            <numerusform>Send only the %Ln that stops contact</numerusform>
            <numerusform>Send only the %Ln that stop contact</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>only %Ln row(s) that stop contact are sent, %1 that allow it are not</source>
        <extracomment>%1 a number of rows</extracomment>
        <translation>
            <numerusform>only %Ln row that stops contact is sent, %1 that allow it are not</numerusform>
            <numerusform>only %Ln rows that stop contact are sent, %1 that allow it are not</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>values</comment>
        <extracomment>%1 values of a file</extracomment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln row(s) · %2</source>
        <extracomment>%1 values of the file, %2 what they mean: &quot;opted out&quot;</extracomment>
        <translation>
            <numerusform>%1: %Ln row · %2</numerusform>
            <numerusform>%1: %Ln rows · %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) say neither yes nor no (%1): they are left out until it is decided.</source>
        <extracomment>%1 values of the file</extracomment>
        <translation>
            <numerusform>%Ln row says neither yes nor no (%1): it is left out until it is decided.</numerusform>
            <numerusform>%Ln rows say neither yes nor no (%1): they are left out until it is decided.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::DatesPanel</name>
    <message numerus="yes">
        <source>%Ln row(s) fit both, and none decides it.</source>
        <translation>
            <numerusform>%Ln row fits both, and none decides it.</numerusform>
            <numerusform>%Ln rows fit both, and none decides it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Years of two digits (%Ln row(s), such as “%1”)</source>
        <translation>
            <numerusform>Years of two digits (%Ln row, such as “%1”)</numerusform>
            <numerusform>Years of two digits (%Ln rows, such as “%1”)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Plain numbers (%Ln row(s), such as “%1”) are days as a spreadsheet counts them</source>
        <translation>
            <numerusform>Plain numbers (%Ln row: “%1”) are days as a spreadsheet counts them</numerusform>
            <numerusform>Plain numbers (%Ln rows, such as “%1”) are days as a spreadsheet counts them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have a time, which this field does not take: “%1” in row %2.</source>
        <translation>
            <numerusform>%Ln row has a time, which this field does not take: “%1” in row %2.</numerusform>
            <numerusform>%Ln rows have a time, which this field does not take: “%1” in row %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) cannot be read as dates: %1.</source>
        <translation>
            <numerusform>%Ln row cannot be read as dates: %1.</numerusform>
            <numerusform>%Ln rows cannot be read as dates: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::DemoDriver</name>
    <message numerus="yes">
        <source>Saved “%1” (%n row(s)).</source>
        <translation>
            <numerusform>Saved “%1” (%n row).</numerusform>
            <numerusform>Saved “%1” (%n rows).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::DropZone</name>
    <message numerus="yes">
        <source>Drop %n files: one is opened first</source>
        <translation>
            <numerusform>Drop %n file</numerusform>
            <numerusform>Drop %n files: one is opened first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::FieldChoices</name>
    <message numerus="yes">
        <source>list of %n value(s)</source>
        <translation>
            <numerusform>list of %n value</numerusform>
            <numerusform>list of %n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>several of %n value(s)</source>
        <translation>
            <numerusform>several of %n value</numerusform>
            <numerusform>several of %n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::FieldVerdict</name>
    <message numerus="yes">
        <source>%Ln row(s) have years of two digits: %1.</source>
        <translation>
            <numerusform>%Ln row has a year of two digits: %1.</numerusform>
            <numerusform>%Ln rows have years of two digits: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have plain numbers: %1.</source>
        <translation>
            <numerusform>%Ln row has a plain number: %1.</numerusform>
            <numerusform>%Ln rows have plain numbers: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be read</source>
        <translation>
            <numerusform>%Ln cannot be read</numerusform>
            <numerusform>%Ln cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) cannot be read as dates: %1.</source>
        <translation>
            <numerusform>%Ln row cannot be read as dates: %1.</numerusform>
            <numerusform>%Ln rows cannot be read as dates: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) cannot be read as numbers.</source>
        <translation>
            <numerusform>%Ln row cannot be read as numbers.</numerusform>
            <numerusform>%Ln rows cannot be read as numbers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln neither yes nor no</source>
        <translation>
            <numerusform>%Ln neither yes nor no</numerusform>
            <numerusform>%Ln neither yes nor no</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not on the list</source>
        <translation>
            <numerusform>%Ln not on the list</numerusform>
            <numerusform>%Ln not on the list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::FileFacts</name>
    <message numerus="yes">
        <source>%n thing(s) to know about this file</source>
        <translation>
            <numerusform>%n thing to know about this file</numerusform>
            <numerusform>%n things to know about this file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::FileNotices</name>
    <message numerus="yes">
        <source>%Ln formula(s) of this sheet have no value yet, so their cells are blank here. Open the file in Excel and save it there.</source>
        <translation>
            <numerusform>%Ln formula of this sheet has no value yet, so its cell is blank here. Open the file in Excel and save it there.</numerusform>
            <numerusform>%Ln formulas of this sheet have no value yet, so their cells are blank here. Open the file in Excel and save it there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::FilePage</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n column(s) are the same.</source>
        <translation>
            <numerusform>The %n column is the same.</numerusform>
            <numerusform>All %n columns are the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) are the same.</source>
        <translation>
            <numerusform>%n column is the same.</numerusform>
            <numerusform>%n columns are the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new (%1): not imported unless you map it.</source>
        <comment>columns</comment>
        <translation>
            <numerusform>%n new (%1): not imported unless you map it.</numerusform>
            <numerusform>%n new (%1): not imported unless you map it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing (%1).</source>
        <comment>columns</comment>
        <translation>
            <numerusform>%n missing (%1).</numerusform>
            <numerusform>%n missing (%1).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::FileWords</name>
    <message numerus="yes">
        <source>%Ln row(s) have a quotation mark that is never closed. The first is row %1.</source>
        <translation>
            <numerusform>%Ln row has a quotation mark that is never closed: row %1.</numerusform>
            <numerusform>%Ln rows have a quotation mark that is never closed. The first is row %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have characters that cannot be read in this encoding. The first is row %1.</source>
        <translation>
            <numerusform>%Ln row has characters that cannot be read in this encoding: row %1.</numerusform>
            <numerusform>%Ln rows have characters that cannot be read in this encoding. The first is row %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have invisible empty characters (NUL) in them. The first is row %1.</source>
        <translation>
            <numerusform>%Ln row has invisible empty characters (NUL) in it: row %1.</numerusform>
            <numerusform>%Ln rows have invisible empty characters (NUL) in them. The first is row %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have more or fewer cells than the header. The first is row %1.</source>
        <translation>
            <numerusform>%Ln row has more or fewer cells than the header: row %1.</numerusform>
            <numerusform>%Ln rows have more or fewer cells than the header. The first is row %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column name(s) stand in the header more than once: a number was put behind them.</source>
        <translation>
            <numerusform>%Ln column name stands in the header more than once: a number was put behind it.</numerusform>
            <numerusform>%Ln column names stand in the header more than once: a number was put behind them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) have no name: they are called by their letters.</source>
        <translation>
            <numerusform>%Ln column has no name: it is called by its letter.</numerusform>
            <numerusform>%Ln columns have no name: they are called by their letters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Row %1 has %Ln cell(s) instead of %2.</source>
        <translation>
            <numerusform>Row %1 has %Ln cell instead of %2.</numerusform>
            <numerusform>Row %1 has %Ln cells instead of %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have quotation marks inside cells that are not doubled. They were read as text. The first is row %1.</source>
        <translation>
            <numerusform>%Ln row has quotation marks inside cells that are not doubled: row %1. They were read as text.</numerusform>
            <numerusform>%Ln rows have quotation marks inside cells that are not doubled. They were read as text. The first is row %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::Grid</name>
    <message numerus="yes">
        <source>Copying %n cell(s)… Esc stops it.</source>
        <translation>
            <numerusform>Copying %n cell… Esc stops it.</numerusform>
            <numerusform>Copying %n cells… Esc stops it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) copied</source>
        <translation>
            <numerusform>%n cell copied</numerusform>
            <numerusform>%n cells copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Hide %n column(s)</source>
        <translation>
            <numerusform>&amp;Hide %n column</numerusform>
            <numerusform>&amp;Hide %n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::MainWindow</name>
    <message numerus="yes">
        <source>This file was imported already: %Ln row(s) are in. Importing it again sends all of its rows again.</source>
        <translation>
            <numerusform>This file was imported already: %Ln row is in. Importing it again sends all of its rows again.</numerusform>
            <numerusform>This file was imported already: %Ln rows are in. Importing it again sends all of its rows again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This was imported before: %1, %Ln row(s) are in. Importing it again sends all of its rows again.</source>
        <extracomment>%1 as in: yesterday 17:42</extracomment>
        <translation>
            <numerusform>This was imported before: %1, %Ln row is in. Importing it again sends all of its rows again.</numerusform>
            <numerusform>This was imported before: %1, %Ln rows are in. Importing it again sends all of its rows again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::MapLooks</name>
    <message numerus="yes">
        <source>%Ln value(s) replaced</source>
        <translation>
            <numerusform>%Ln value replaced</numerusform>
            <numerusform>%Ln values replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::MapNotices</name>
    <message numerus="yes">
        <source>%Ln name(s) need a look</source>
        <translation>
            <numerusform>%Ln name needs a look</numerusform>
            <numerusform>%Ln names need a look</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) missing in this file (%1).</source>
        <translation>
            <numerusform>%n column is missing in this file (%1).</numerusform>
            <numerusform>%n columns are missing in this file (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new column(s) (%1).</source>
        <translation>
            <numerusform>%n new column (%1).</numerusform>
            <numerusform>%n new columns (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln column(s) fit exactly.</source>
        <translation>
            <numerusform>The %Ln column fits exactly.</numerusform>
            <numerusform>All %Ln columns fit exactly.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) of the profile get nothing here (%1).</source>
        <translation>
            <numerusform>%n field of the profile gets nothing here (%1).</numerusform>
            <numerusform>%n fields of the profile get nothing here (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <comment>columns</comment>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::MapPage</name>
    <message numerus="yes">
        <source>%Ln not imported</source>
        <comment>columns</comment>
        <translation>
            <numerusform>%Ln not imported</numerusform>
            <numerusform>%Ln not imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fields still missing</source>
        <translation>
            <numerusform>%Ln field still missing</numerusform>
            <numerusform>%Ln fields still missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Map %1 and %Ln more to continue</source>
        <translation>
            <numerusform>Map %1 and %Ln more to continue</numerusform>
            <numerusform>Map %1 and %Ln more to continue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) shown</source>
        <translation>
            <numerusform>%Ln column shown</numerusform>
            <numerusform>%Ln columns shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::NoticeArea</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>notices</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::NumbersPanel</name>
    <message numerus="yes">
        <source>%Ln row(s) need the comma: %1.</source>
        <translation>
            <numerusform>%Ln row needs the comma: %1.</numerusform>
            <numerusform>%Ln rows need the comma: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) need the point: %1.</source>
        <translation>
            <numerusform>%Ln row needs the point: %1.</numerusform>
            <numerusform>%Ln rows need the point: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) can be read both ways: %1.</source>
        <translation>
            <numerusform>%Ln row can be read both ways: %1.</numerusform>
            <numerusform>%Ln rows can be read both ways: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) cannot be read as numbers: %1.</source>
        <translation>
            <numerusform>%Ln row cannot be read as numbers: %1.</numerusform>
            <numerusform>%Ln rows cannot be read as numbers: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ObjectChoice</name>
    <message numerus="yes">
        <source>Search %Ln kind(s) of records…</source>
        <translation>
            <numerusform>Search %Ln kind of records…</numerusform>
            <numerusform>Search %Ln kinds of records…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::PickedBar</name>
    <message numerus="yes">
        <source>Showing %Ln row(s)</source>
        <translation>
            <numerusform>Showing %Ln row</numerusform>
            <numerusform>Showing %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::PlaceDesk</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ReadAsBar</name>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ReadAsMore</name>
    <message numerus="yes">
        <source>%Ln word(s) count as blank</source>
        <translation>
            <numerusform>%Ln word counts as blank</numerusform>
            <numerusform>%Ln words count as blank</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::RecordPane</name>
    <message numerus="yes">
        <source>For the record of row %1: %Ln of the first rows form it</source>
        <translation>
            <numerusform>For the record of row %1: %Ln of the first rows forms it</numerusform>
            <numerusform>For the record of row %1: %Ln of the first rows form it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ResultsPage</name>
    <message numerus="yes">
        <source>%Ln with warnings</source>
        <translation>
            <numerusform>%Ln with a warning</numerusform>
            <numerusform>%Ln with warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same is so of %Ln further part(s).</source>
        <translation>
            <numerusform>The same is so of %Ln further part.</numerusform>
            <numerusform>The same is so of %Ln further parts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln wait for their results</source>
        <translation>
            <numerusform>%Ln waits for its result</numerusform>
            <numerusform>%Ln wait for their results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are still with %1, which cannot be told to drop them. Their results are fetched when Rowlift starts, or when you ask for them.</source>
        <translation>
            <numerusform>%Ln row is still with %1, which cannot be told to drop it. Its result is fetched when Rowlift starts, or when you ask for it.</numerusform>
            <numerusform>%Ln rows are still with %1, which cannot be told to drop them. Their results are fetched when Rowlift starts, or when you ask for them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved “%1” (%Ln row(s)).</source>
        <translation>
            <numerusform>Saved “%1” (%Ln row).</numerusform>
            <numerusform>Saved “%1” (%Ln rows).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Interrupted: %1 of %Ln row(s) are in</source>
        <translation>
            <numerusform>Interrupted: %1 of %Ln row is in</numerusform>
            <numerusform>Interrupted: %1 of %Ln rows are in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are in, %1 failed</source>
        <translation>
            <numerusform>%Ln row is in, %1 failed</numerusform>
            <numerusform>%Ln rows are in, %1 failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln row(s) are in</source>
        <translation>
            <numerusform>The %Ln row is in</numerusform>
            <numerusform>All %Ln rows are in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are in</source>
        <translation>
            <numerusform>%Ln row is in</numerusform>
            <numerusform>%Ln rows are in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>= %Ln row(s) in your file ✓ adds up</source>
        <translation>
            <numerusform>= %Ln row in your file ✓ adds up</numerusform>
            <numerusform>= %Ln rows in your file ✓ adds up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s) could not be placed</source>
        <translation>
            <numerusform>%Ln result could not be placed</numerusform>
            <numerusform>%Ln results could not be placed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %Ln row(s) nobody can tell whether they are in. They are not sent again by themselves.</source>
        <translation>
            <numerusform>For %Ln row nobody can tell whether it is in. It is not sent again by itself.</numerusform>
            <numerusform>For %Ln rows nobody can tell whether they are in. They are not sent again by themselves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>We could not hear whether %1 arrived: %Ln row(s) may be in or not.</source>
        <translation>
            <numerusform>We could not hear whether %1 arrived: %Ln row may be in or not.</numerusform>
            <numerusform>We could not hear whether %1 arrived: %Ln rows may be in or not.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So far %Ln row(s) are in, %1 failed</source>
        <translation>
            <numerusform>So far %Ln row is in, %1 failed</numerusform>
            <numerusform>So far %Ln rows are in, %1 failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are in, %1 failed, of %2 nobody knows</source>
        <translation>
            <numerusform>%Ln row is in, %1 failed, of %2 nobody knows</numerusform>
            <numerusform>%Ln rows are in, %1 failed, of %2 nobody knows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>= %Ln row(s) in your file</source>
        <translation>
            <numerusform>= %Ln row in your file</numerusform>
            <numerusform>= %Ln rows in your file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln row(s) again</source>
        <translation>
            <numerusform>Send %Ln row again</numerusform>
            <numerusform>Send %Ln rows again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were not sent</source>
        <translation>
            <numerusform>%Ln were not sent</numerusform>
            <numerusform>%Ln were not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were not processed</source>
        <translation>
            <numerusform>%Ln were not processed</numerusform>
            <numerusform>%Ln were not processed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %Ln row(s) are in</source>
        <translation>
            <numerusform>Stopped: %Ln row is in</numerusform>
            <numerusform>Stopped: %Ln rows are in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were sent a second time; they may be in twice.</source>
        <translation>
            <numerusform>%Ln row was sent a second time; it may be in twice.</numerusform>
            <numerusform>%Ln rows were sent a second time; they may be in twice.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were sent a second time.</source>
        <translation>
            <numerusform>%Ln row was sent a second time.</numerusform>
            <numerusform>%Ln rows were sent a second time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln row(s) that are not in</source>
        <translation>
            <numerusform>Send %Ln row that are not in</numerusform>
            <numerusform>Send %Ln rows that are not in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s) were refused; the other %2 were sent again and are in.</source>
        <translation>
            <numerusform>%1 of %Ln row were refused; the other %2 were sent again and are in.</numerusform>
            <numerusform>%1 of %Ln rows were refused; the other %2 were sent again and are in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s) were refused; the other %2 were sent again, and %3 of them are in.</source>
        <translation>
            <numerusform>%1 of %Ln row were refused; the other %2 were sent again, and %3 of them are in.</numerusform>
            <numerusform>%1 of %Ln rows were refused; the other %2 were sent again, and %3 of them are in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln row(s) &amp;again</source>
        <translation>
            <numerusform>Send %Ln row &amp;again</numerusform>
            <numerusform>Send %Ln rows &amp;again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the %Ln row(s) that were sent again are in.</source>
        <translation>
            <numerusform>%1 of the %Ln row that was sent again is in.</numerusform>
            <numerusform>%1 of the %Ln rows that were sent again are in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>busy rows were tried again %n time(s)</source>
        <translation>
            <numerusform>busy rows were tried again %n time</numerusform>
            <numerusform>busy rows were tried again %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>some rows were sent again %n time(s) on your word</source>
        <translation>
            <numerusform>some rows were sent again %n time on your word</numerusform>
            <numerusform>some rows were sent again %n times on your word</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So far the records of %Ln row(s) are deleted, %1 failed</source>
        <translation>
            <numerusform>So far the record of %Ln row is deleted, %1 failed</numerusform>
            <numerusform>So far the records of %Ln rows are deleted, %1 failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Interrupted: the records of %1 of %Ln row(s) are deleted</source>
        <translation>
            <numerusform>Interrupted: the records of %1 of %Ln row are deleted</numerusform>
            <numerusform>Interrupted: the records of %1 of %Ln rows are deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: the records of %Ln row(s) are deleted, %1 failed, %2</source>
        <translation>
            <numerusform>Stopped: the record of %Ln row is deleted, %1 failed, %2</numerusform>
            <numerusform>Stopped: the records of %Ln rows are deleted, %1 failed, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The records of %Ln row(s) are deleted, %1 failed</source>
        <translation>
            <numerusform>The record of %Ln row is deleted, %1 failed</numerusform>
            <numerusform>The records of %Ln rows are deleted, %1 failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The records of all %Ln row(s) are deleted</source>
        <translation>
            <numerusform>The record of the %Ln row is deleted</numerusform>
            <numerusform>The records of all %Ln rows are deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The records of %Ln row(s) are deleted</source>
        <translation>
            <numerusform>The record of %Ln row is deleted</numerusform>
            <numerusform>The records of %Ln rows are deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) that allow contact were not sent</source>
        <translation>
            <numerusform>%Ln value that allows contact was not sent</numerusform>
            <numerusform>%Ln values that allow contact were not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more row(s) of the same record go with it.</source>
        <translation>
            <numerusform>%Ln more row of the same record goes with it.</numerusform>
            <numerusform>%Ln more rows of the same record go with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::RunAttendant</name>
    <message numerus="yes">
        <source>%Ln of the first rows failed. Nothing else was sent.</source>
        <translation>
            <numerusform>%Ln of the first rows failed. Nothing else was sent.</numerusform>
            <numerusform>%Ln of the first rows failed. Nothing else was sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) imported, %1 failed</source>
        <extracomment>%Ln rows are in; %1: the number of those that failed</extracomment>
        <translation>
            <numerusform>%Ln row imported, %1 failed</numerusform>
            <numerusform>%Ln rows imported, %1 failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::RunNotices</name>
    <message numerus="yes">
        <source>The computer slept from %1 to %2. %3 of %n part(s) had arrived; the rest is being sent. Nothing was sent twice.</source>
        <translation>
            <numerusform>The computer slept from %1 to %2. %3 of %n part had arrived; the rest is being sent. Nothing was sent twice.</numerusform>
            <numerusform>The computer slept from %1 to %2. %3 of %n parts had arrived; the rest is being sent. Nothing was sent twice.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of the first %Ln row(s) failed: %1. Nothing else was sent.</source>
        <translation>
            <numerusform>All of the first %Ln row failed: %1. Nothing else was sent.</numerusform>
            <numerusform>All of the first %Ln rows failed: %1. Nothing else was sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the first %Ln row(s) failed, most of them: %2. Nothing else was sent.</source>
        <translation>
            <numerusform>%1 of the first %Ln row failed, most of them: %2. Nothing else was sent.</numerusform>
            <numerusform>%1 of the first %Ln rows failed, most of them: %2. Nothing else was sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tried %n time(s)</source>
        <translation>
            <numerusform>tried %n time</numerusform>
            <numerusform>tried %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are in.</source>
        <translation>
            <numerusform>%Ln row is in.</numerusform>
            <numerusform>%Ln rows are in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were busy; Rowlift is trying them again (try %1 of %2).</source>
        <extracomment>%1 and %2 numbers</extracomment>
        <translation>
            <numerusform>%Ln row was busy; Rowlift is trying it again (try %1 of %2).</numerusform>
            <numerusform>%Ln rows were busy; Rowlift is trying them again (try %1 of %2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were busy; Rowlift tries them again at %1 (try %2 of %3).</source>
        <extracomment>%1 a time, %2 and %3 numbers</extracomment>
        <translation>
            <numerusform>%Ln row was busy; Rowlift tries it again at %1 (try %2 of %3).</numerusform>
            <numerusform>%Ln rows were busy; Rowlift tries them again at %1 (try %2 of %3).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next try in about %n minute(s), at %1</source>
        <extracomment>%1 a time: &quot;14:05&quot;</extracomment>
        <translation>
            <numerusform>Next try in about %n minute, at %1</numerusform>
            <numerusform>Next try in about %n minutes, at %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::RunWords</name>
    <message numerus="yes">
        <source>%1, %Ln with warnings</source>
        <comment>%1 what became of rows: in</comment>
        <translation>
            <numerusform>%1, %Ln with a warning</numerusform>
            <numerusform>%1, %Ln with warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of your parts are in %1&apos;s queue</source>
        <translation>
            <numerusform>%Ln of your parts is in %1&apos;s queue</numerusform>
            <numerusform>%Ln of your parts are in %1&apos;s queue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>about %n hour left</numerusform>
            <numerusform>about %n hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) are already with %1 and will finish.</source>
        <translation>
            <numerusform>%n part is already with %1 and will finish.</numerusform>
            <numerusform>%n parts are already with %1 and will finish.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) that a refused call kept out are sent again, as part %1.</source>
        <translation>
            <numerusform>%Ln row that a refused call kept out is sent again, as part %1.</numerusform>
            <numerusform>%Ln rows that a refused call kept out are sent again, as part %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 works on %Ln of your parts</source>
        <extracomment>%1 &quot;Marketo&quot;</extracomment>
        <translation>
            <numerusform>%1 works on %Ln of your parts</numerusform>
            <numerusform>%1 works on %Ln of your parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in its queue</source>
        <extracomment>%1 &quot;Marketo&quot;</extracomment>
        <translation>
            <numerusform>%Ln in its queue</numerusform>
            <numerusform>%Ln in its queue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln wait here</source>
        <translation>
            <numerusform>%Ln waits here</numerusform>
            <numerusform>%Ln wait here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln record(s)</source>
        <extracomment>%1 &quot;failed&quot;: &quot;30 failed, 12 records&quot;</extracomment>
        <translation>
            <numerusform>%1, %Ln record</numerusform>
            <numerusform>%1, %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of your parts are with %1, which tells how it went when a part is done.</source>
        <extracomment>%1 &quot;Dotdigital&quot;</extracomment>
        <translation>
            <numerusform>%Ln of your parts is with %1, which tells how it went when a part is done.</numerusform>
            <numerusform>%Ln of your parts are with %1, which tells how it went when a part is done.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::SplitPanel</name>
    <message numerus="yes">
        <source>%Ln name(s) need a look, such as:</source>
        <translation>
            <numerusform>%Ln name needs a look:</numerusform>
            <numerusform>%Ln names need a look, such as:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::StartPage</name>
    <message numerus="yes">
        <source>%Ln part(s) are still with %1; their results are fetched by themselves.</source>
        <extracomment>%1 &quot;Marketo&quot;</extracomment>
        <translation>
            <numerusform>%Ln part is still with %1; its results are fetched by themselves.</numerusform>
            <numerusform>%Ln parts are still with %1; their results are fetched by themselves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of %1 are in and stay in.</source>
        <translation>
            <numerusform>%Ln row of %1 are in and stay in.</numerusform>
            <numerusform>%Ln rows of %1 are in and stay in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are never sent by this import.</source>
        <translation>
            <numerusform>%Ln row is never sent by this import.</numerusform>
            <numerusform>%Ln rows are never sent by this import.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::Steps</name>
    <message numerus="yes">
        <source>%Ln row(s) need a look</source>
        <translation>
            <numerusform>%Ln row needs a look</numerusform>
            <numerusform>%Ln rows need a look</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) with a heads-up</source>
        <translation>
            <numerusform>%Ln row with a heads-up</numerusform>
            <numerusform>%Ln rows with a heads-up</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ValueMapModel</name>
    <message numerus="yes">
        <source>%1, %Ln row(s), becomes %2</source>
        <extracomment>A value of the file, how many rows have it, what is sent for it</extracomment>
        <translation>
            <numerusform>%1, %Ln row, becomes %2</numerusform>
            <numerusform>%1, %Ln rows, becomes %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ValueMapPanel</name>
    <message numerus="yes">
        <source>%Ln value(s) replaced</source>
        <translation>
            <numerusform>%Ln value replaced</numerusform>
            <numerusform>%Ln values replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) to decide. Choose what is sent for each.</source>
        <translation>
            <numerusform>%Ln value to decide. Choose what is sent for each.</numerusform>
            <numerusform>%Ln values to decide. Choose what is sent for each.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::WhereGrouping</name>
    <message numerus="yes">
        <source>“%1” has %2 different values in %Ln row(s).</source>
        <extracomment>%1 a column, %2 a number</extracomment>
        <translation>
            <numerusform>“%1” has %2 different values in %Ln row.</numerusform>
            <numerusform>“%1” has %2 different values in %Ln rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) would replace one before.</source>
        <translation>
            <numerusform>%Ln row would replace one before.</numerusform>
            <numerusform>%Ln rows would replace one before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::WhereLoad</name>
    <message numerus="yes">
        <source>Your file becomes about %Ln part(s) of just under %1 MB, a small one first.</source>
        <extracomment>%1 a number</extracomment>
        <translation>
            <numerusform>Your file becomes about %Ln part of just under %1 MB, a small one first.</numerusform>
            <numerusform>Your file becomes about %Ln parts of just under %1 MB, a small one first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 works on %Ln of them at a time.</source>
        <extracomment>%1 &quot;Marketo&quot;</extracomment>
        <translation>
            <numerusform>%1 works on %Ln of them at a time.</numerusform>
            <numerusform>%1 works on %Ln of them at a time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) of “%1” are still in %2&apos;s queue.</source>
        <extracomment>%1 a file, %2 &quot;Marketo&quot;</extracomment>
        <translation>
            <numerusform>%Ln part of “%1” is still in %2&apos;s queue.</numerusform>
            <numerusform>%Ln parts of “%1” are still in %2&apos;s queue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your file becomes about %Ln part(s) of up to %1 MB.</source>
        <extracomment>%1 a number</extracomment>
        <translation>
            <numerusform>Your file becomes about %Ln part of up to %1 MB.</numerusform>
            <numerusform>Your file becomes about %Ln parts of up to %1 MB.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::WhereMore</name>
    <message numerus="yes">
        <source>Costs about %Ln call(s).</source>
        <translation>
            <numerusform>Costs about %Ln call.</numerusform>
            <numerusform>Costs about %Ln calls.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::WhereOption</name>
    <message numerus="yes">
        <source>%Ln to choose from</source>
        <translation>
            <numerusform>%Ln to choose from</numerusform>
            <numerusform>%Ln to choose from</numerusform>
        </translation>
    </message>
</context>
</TS>
