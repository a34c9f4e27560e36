<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>ActWords</name>
    <message>
        <source>Row %1 is sent to %2 by itself, as it stands in your file. If it is taken, it is added.</source>
        <extracomment>%1 a row&apos;s number, %2 an account</extracomment>
        <translation>Zeile %1 wird für sich an %2 gesendet, so wie sie in Ihrer Datei steht. Wird sie angenommen, wird sie hinzugefügt.</translation>
    </message>
    <message>
        <source>Row %1 is sent to %2 by itself, as it stands in your file. If it is taken, its record is added or updated.</source>
        <translation>Zeile %1 wird für sich an %2 gesendet, so wie sie in Ihrer Datei steht. Wird sie angenommen, wird ihr Datensatz hinzugefügt oder geändert.</translation>
    </message>
    <message>
        <source>Row %1 is sent to %2 by itself, as it stands in your file. If it is taken, its record is updated.</source>
        <translation>Zeile %1 wird für sich an %2 gesendet, so wie sie in Ihrer Datei steht. Wird sie angenommen, wird ihr Datensatz geändert.</translation>
    </message>
    <message>
        <source>Row %1 is sent to %2 by itself, as it stands in your file. If it is taken, its record is deleted.</source>
        <translation>Zeile %1 wird für sich an %2 gesendet, so wie sie in Ihrer Datei steht. Wird sie angenommen, wird ihr Datensatz gelöscht.</translation>
    </message>
</context>
<context>
    <name>rowlift::AccountBook</name>
    <message>
        <source>The list of accounts cannot be read. Check who owns “%1”.</source>
        <translation>Die Liste der Konten lässt sich nicht lesen. Prüfen Sie, wem „%1“ gehört.</translation>
    </message>
    <message>
        <source>The list of accounts in “%1” is damaged. It was left as it is; move it away to begin a new one.</source>
        <translation>Die Liste der Konten in „%1“ ist beschädigt. Sie blieb, wie sie ist; verschieben Sie die Datei, um eine neue zu beginnen.</translation>
    </message>
    <message>
        <source>The list of accounts was written by a newer Rowlift. Use that one, or move “%1” away.</source>
        <translation>Die Liste der Konten stammt von einem neueren Rowlift. Benutzen Sie dieses, oder verschieben Sie „%1“.</translation>
    </message>
    <message>
        <source>Give the account a name.</source>
        <translation>Geben Sie dem Konto einen Namen.</translation>
    </message>
    <message>
        <source>There is an account “%1” already. Choose another name.</source>
        <translation>Ein Konto „%1“ gibt es schon. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The list of accounts could not be written to “%1”. Check that there is room and that you may write there.</source>
        <translation>Die Liste der Konten konnte nicht nach „%1“ geschrieben werden. Prüfen Sie, ob Platz ist und ob Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>The account “%1” was removed meanwhile. Add it again.</source>
        <translation>Das Konto „%1“ wurde inzwischen entfernt. Fügen Sie es noch einmal hinzu.</translation>
    </message>
    <message>
        <source>The list of accounts cannot be changed. Check that you may write in “%1”, and that no other Rowlift hangs.</source>
        <translation>Die Liste der Konten lässt sich nicht ändern. Prüfen Sie, ob Sie in „%1“ schreiben dürfen und ob kein anderes Rowlift hängt.</translation>
    </message>
</context>
<context>
    <name>rowlift::Because</name>
    <message>
        <source>you</source>
        <translation>von Ihnen</translation>
    </message>
    <message>
        <source>your profile</source>
        <translation>Ihr Profil</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>gleicher Name</translation>
    </message>
    <message>
        <source>same label</source>
        <translation>gleicher Titel</translation>
    </message>
    <message>
        <source>same meaning</source>
        <translation>gleicher Sinn</translation>
    </message>
    <message>
        <source>similar spelling</source>
        <translation>ähnlicher Name</translation>
    </message>
    <message>
        <source>values look like it</source>
        <translation>passende Werte</translation>
    </message>
    <message>
        <source>opposite sense</source>
        <translation>entgegengesetzter Sinn</translation>
    </message>
</context>
<context>
    <name>rowlift::BlockDecoder</name>
    <message>
        <source>Rowlift cannot read the character set “%1”. Choose another one, or save the file as CSV UTF-8.</source>
        <translation>Rowlift kann den Zeichensatz „%1“ nicht lesen. Wählen Sie einen anderen oder speichern Sie die Datei als CSV UTF-8.</translation>
    </message>
</context>
<context>
    <name>rowlift::Brake</name>
    <message numerus="yes">
        <source>All of the first %Ln row(s) failed: %1. Nothing else was sent.</source>
        <translation>
            <numerusform>Die erste %Ln Zeile ist fehlgeschlagen: %1. Sonst wurde nichts gesendet.</numerusform>
            <numerusform>Alle ersten %Ln Zeilen sind fehlgeschlagen: %1. Sonst wurde nichts gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the first %Ln row(s) failed, most of them for this: %2. Nothing else was sent.</source>
        <translation>
            <numerusform>%1 von der ersten %Ln Zeile fehlgeschlagen, meist deshalb: %2. Sonst wurde nichts gesendet.</numerusform>
            <numerusform>%1 der ersten %Ln Zeilen sind fehlgeschlagen, meist deshalb: %2. Sonst wurde nichts gesendet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::Check</name>
    <message>
        <source>%1 is empty</source>
        <extracomment>%1 is the name of a field</extracomment>
        <translation>%1 ist leer</translation>
    </message>
    <message>
        <source>%1 is too long (at most %2 characters)</source>
        <translation>%1 ist zu lang (höchstens %2 Zeichen)</translation>
    </message>
    <message>
        <source>%1 cannot be read as a number</source>
        <translation>%1 ist keine lesbare Zahl</translation>
    </message>
    <message>
        <source>%1 is too large</source>
        <translation>%1 ist zu groß</translation>
    </message>
    <message>
        <source>%1 is neither yes nor no</source>
        <translation>%1 ist weder Ja noch Nein</translation>
    </message>
    <message>
        <source>%1 cannot be read as a date</source>
        <translation>%1 ist kein lesbares Datum</translation>
    </message>
    <message>
        <source>%1 is not on the list</source>
        <translation>%1 steht nicht auf der Liste</translation>
    </message>
    <message>
        <source>%1 is not a record ID</source>
        <translation>%1 ist keine Datensatz-ID</translation>
    </message>
    <message>
        <source>%1 is not an e-mail address</source>
        <translation>%1 ist keine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>%1 looks wrong</source>
        <translation>%1 sieht falsch aus</translation>
    </message>
    <message>
        <source>Same %1 more than once in the file</source>
        <translation>%1 kommt in der Datei mehrfach vor</translation>
    </message>
    <message>
        <source>More or fewer cells than the header</source>
        <translation>Mehr oder weniger Zellen als die Kopfzeile</translation>
    </message>
    <message>
        <source>%1 cannot be read as a time of day</source>
        <translation>%1 ist keine lesbare Uhrzeit</translation>
    </message>
    <message>
        <source>%1 is not a telephone number</source>
        <translation>%1 ist keine Telefonnummer</translation>
    </message>
    <message>
        <source>%1 is empty and is not cleared, because it finds the record</source>
        <translation>%1 ist leer und wird nicht geleert, weil der Datensatz darüber gefunden wird</translation>
    </message>
    <message numerus="yes">
        <source>%1 will be cut to %n characters</source>
        <translation>
            <numerusform>%1 wird auf %n Zeichen gekürzt</numerusform>
            <numerusform>%1 wird auf %n Zeichen gekürzt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is empty and is not cleared, because it is either yes or no</source>
        <translation>%1 ist leer und wird nicht geleert, weil es entweder ja oder nein ist</translation>
    </message>
    <message>
        <source>%1 has characters that cannot be read</source>
        <translation>%1 hat Zeichen, die nicht lesbar sind</translation>
    </message>
    <message>
        <source>%1 has no capital letter and may be another record&apos;s ID</source>
        <translation>%1 hat keinen Großbuchstaben und kann die ID eines anderen Datensatzes sein</translation>
    </message>
    <message>
        <source>%1 is the ID of another kind of record</source>
        <translation>%1 ist die ID einer anderen Art von Datensatz</translation>
    </message>
    <message>
        <source>“%1” cannot clear %2</source>
        <extracomment>%1 a word like “#N/A”, %2 a field</extracomment>
        <translation>„%1“ kann %2 nicht leeren</translation>
    </message>
    <message>
        <source>%1 is empty and is not cleared, because it names another record</source>
        <translation>%1 ist leer und wird nicht geleert, weil es einen anderen Datensatz nennt</translation>
    </message>
    <message>
        <source>Same %1 more than once in the file: deleted once</source>
        <translation>Gleiche %1 mehrmals in der Datei: wird einmal gelöscht</translation>
    </message>
    <message>
        <source>No record has this %1</source>
        <extracomment>%1 the field by which records are looked up</extracomment>
        <translation>Kein Datensatz hat diesen Wert: %1</translation>
    </message>
    <message>
        <source>Several records have this %1</source>
        <translation>Mehrere Datensätze haben diesen Wert: %1</translation>
    </message>
    <message>
        <source>Several records have this %1: the one changed last is taken</source>
        <translation>Mehrere Datensätze haben diesen Wert (%1): der zuletzt geänderte wird genommen</translation>
    </message>
    <message>
        <source>%1 and %2 set the same thing: map one of them.</source>
        <translation>%1 und %2 setzen dasselbe: Ordnen Sie nur eines davon zu.</translation>
    </message>
    <message>
        <source>Records are found by %1: do not map %2, or let it find them.</source>
        <translation>Datensätze werden nach %1 gefunden: Ordnen Sie %2 nicht zu, oder lassen Sie sie danach finden.</translation>
    </message>
    <message>
        <source>%1 has decimals that will be cut off</source>
        <translation>%1 hat Nachkommastellen, die abgeschnitten werden</translation>
    </message>
    <message>
        <source>“%1” clears %2 (to leave it alone, make it blank)</source>
        <extracomment>%1 a word like “#N/A”, %2 a field</extracomment>
        <translation>„%1“ leert %2 (damit es bleibt, wie es ist: leer lassen)</translation>
    </message>
    <message>
        <source>%1 is too long (at most %2 bytes; letters with accents take two or more)</source>
        <translation>%1 ist zu lang (höchstens %2 Bytes; Buchstaben mit Akzent brauchen zwei oder mehr)</translation>
    </message>
    <message>
        <source>%1 does not begin with https:// or http://</source>
        <translation>%1 beginnt nicht mit https:// oder http://</translation>
    </message>
    <message>
        <source>%1 allows contact: not sent</source>
        <translation>%1 erlaubt Kontakt: nicht gesendet</translation>
    </message>
    <message>
        <source>%1 is not cleared, because that could allow contact again</source>
        <translation>%1 wird nicht geleert, denn das könnte Kontakt wieder erlauben</translation>
    </message>
    <message>
        <source>“%1” says no contact, but the column is not imported</source>
        <extracomment>%1 a column of the file</extracomment>
        <translation>„%1“ sagt: kein Kontakt; die Spalte wird aber nicht importiert</translation>
    </message>
    <message>
        <source>%1 have no field “%2”: take it out of the mapping.</source>
        <extracomment>%1 kinds of records, %2 the name of a field</extracomment>
        <translation>%1 haben kein Feld „%2“: Nehmen Sie es aus der Zuordnung.</translation>
    </message>
    <message>
        <source>%1 cannot be set this way: take it out of the mapping.</source>
        <translation>%1 kann so nicht gesetzt werden: Nehmen Sie es aus der Zuordnung.</translation>
    </message>
    <message>
        <source>%1 has more than %2 characters and may be refused</source>
        <translation>%1 hat mehr als %2 Zeichen und wird vielleicht abgelehnt</translation>
    </message>
    <message>
        <source>Same %1 more than once in the file: the last row replaces those before</source>
        <translation>Gleiches %1 mehrfach in der Datei: Die letzte Zeile ersetzt die davor</translation>
    </message>
    <message>
        <source>%1 is not there yet</source>
        <translation>%1 ist noch nicht da</translation>
    </message>
    <message>
        <source>%1 is not there yet: sent all the same</source>
        <translation>%1 ist noch nicht da: trotzdem gesendet</translation>
    </message>
    <message>
        <source>Another row of the same record has a problem</source>
        <translation>Eine andere Zeile desselben Datensatzes hat ein Problem</translation>
    </message>
    <message numerus="yes">
        <source>%1 differs between the rows of %n record(s): the first one counts</source>
        <translation>
            <numerusform>%1 ist in den Zeilen von %n Datensatz verschieden: Der erste Wert zählt</numerusform>
            <numerusform>%1 ist in den Zeilen von %n Datensätzen verschieden: Der erste Wert zählt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is long, or has signs other than letters, digits, “.”, “_” and “-”, and may be refused</source>
        <translation>%1 ist lang oder hat andere Zeichen als Buchstaben, Ziffern, „.“, „_“ und „-“ und wird vielleicht abgelehnt</translation>
    </message>
    <message>
        <source>%1 is text, but looks like a date and would become one</source>
        <translation>%1 ist Text, sieht aber wie ein Datum aus und würde eines</translation>
    </message>
    <message>
        <source>No column goes to a property: the records would be empty.</source>
        <translation>Keine Spalte geht in eine Eigenschaft: Die Datensätze wären leer.</translation>
    </message>
    <message>
        <source>The file has no column “%1”.</source>
        <translation>Die Datei hat keine Spalte „%1“.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>“%1” could not be written. Is there room?</source>
        <translation>„%1“ konnte nicht geschrieben werden. Ist dort Platz?</translation>
    </message>
    <message>
        <source>This is the file that is imported. Choose another name for the list.</source>
        <translation>Das ist die Datei, die importiert wird. Wählen Sie einen anderen Namen für die Liste.</translation>
    </message>
    <message>
        <source>%1 is not the same in all rows of the record</source>
        <extracomment>%1 a field that names another record: &quot;Contact&quot;</extracomment>
        <translation>%1 ist nicht in allen Zeilen des Datensatzes gleich</translation>
    </message>
    <message>
        <source>The record that these rows form is larger than the service takes at once</source>
        <translation>Der Datensatz, den diese Zeilen bilden, ist größer, als der Dienst auf einmal nimmt</translation>
    </message>
</context>
<context>
    <name>rowlift::ChosenFile</name>
    <message>
        <source>“%1” has no sheet “%2” with cells. It has: %3.</source>
        <translation>„%1“ hat kein Blatt „%2“ mit Zellen. Es hat: %3.</translation>
    </message>
</context>
<context>
    <name>rowlift::Cli</name>
    <message>
        <source>Details: %1</source>
        <translation>Details: %1</translation>
    </message>
    <message>
        <source>What cells are quoted with: the character, or “none”.</source>
        <translation>Worin die Zellen eingeschlossen sind: das Zeichen selbst oder „none“ für keines.</translation>
    </message>
    <message>
        <source>The file&apos;s encoding, such as UTF-8 or windows-1252.</source>
        <translation>Die Zeichenkodierung der Datei, etwa UTF-8 oder windows-1252.</translation>
    </message>
    <message>
        <source>The row that names the columns, counted from 1.</source>
        <translation>Die Zeile mit den Spaltennamen, gezählt ab 1.</translation>
    </message>
    <message>
        <source>The file has no row of column names.</source>
        <translation>Die Datei hat keine Zeile mit Spaltennamen.</translation>
    </message>
    <message>
        <source>--quote takes one character, or “none”.</source>
        <translation>--quote verlangt ein einzelnes Zeichen oder „none“.</translation>
    </message>
    <message>
        <source>The encoding “%1” is not known.</source>
        <translation>Die Zeichenkodierung „%1“ ist nicht bekannt.</translation>
    </message>
    <message>
        <source>--header-row takes a row number, counted from 1.</source>
        <translation>--header-row verlangt eine Zeilennummer, gezählt ab 1.</translation>
    </message>
    <message>
        <source>Shows this text.</source>
        <translation>Zeigt diesen Text.</translation>
    </message>
    <message>
        <source>Rowlift brings a spreadsheet into Salesforce, Marketo or Dotdigital.</source>
        <translation>Rowlift bringt eine Tabelle nach Salesforce, Marketo oder Dotdigital.</translation>
    </message>
    <message>
        <source>Opens the window, on FILE if given.</source>
        <translation>Öffnet das Fenster, falls angegeben mit FILE.</translation>
    </message>
    <message>
        <source>The window with the practice account and the sample file.</source>
        <translation>Das Fenster mit dem Übungskonto und der Beispieldatei.</translation>
    </message>
    <message>
        <source>Drives the window through the sample import and saves a picture of each page.</source>
        <translation>Führt das Fenster durch den Beispielimport und speichert von jeder Seite ein Bild.</translation>
    </message>
    <message>
        <source>Tells what a file is.</source>
        <translation>Sagt, was eine Datei ist.</translation>
    </message>
    <message>
        <source>Writes the same records as a standard CSV file.</source>
        <translation>Schreibt dieselben Datensätze als übliche CSV-Datei.</translation>
    </message>
    <message>
        <source>Proposes where each column goes.</source>
        <translation>Schlägt vor, wohin jede Spalte gehört.</translation>
    </message>
    <message>
        <source>Imports a file as a mapping profile says.</source>
        <translation>Importiert eine Datei so, wie ein Zuordnungsprofil es vorgibt.</translation>
    </message>
    <message>
        <source>The practice server alone.</source>
        <translation>Nur der Übungsserver.</translation>
    </message>
    <message>
        <source>“rowlift COMMAND --help” tells more. Exit codes: 0 done, 1 some rows need a look, 2 wrong usage, 3 could not be done, 4 interrupted.</source>
        <translation>„rowlift BEFEHL --help“ sagt mehr. Rückgabewerte: 0 erledigt, 1 einige Zeilen sollten Sie ansehen, 2 falscher Aufruf, 3 nicht möglich, 4 unterbrochen.</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) where the header has %1</source>
        <translation>
            <numerusform>%n Zelle, wo die Kopfzeile %1 hat</numerusform>
            <numerusform>%n Zellen, wo die Kopfzeile %1 hat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n Spalte</numerusform>
            <numerusform>%n Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>The spreadsheet.</source>
        <translation>Die Tabellendatei.</translation>
    </message>
    <message>
        <source>Answers as JSON.</source>
        <translation>Antwortet als JSON.</translation>
    </message>
    <message>
        <source>Only the first N rows, without counting.</source>
        <translation>Nur die ersten N Zeilen, ohne zu zählen.</translation>
    </message>
    <message>
        <source>inspect takes one file.</source>
        <translation>inspect verlangt eine Datei.</translation>
    </message>
    <message>
        <source>--head takes a number of rows.</source>
        <translation>--head verlangt eine Anzahl von Zeilen.</translation>
    </message>
    <message>
        <source>Where to; “-” is standard output.</source>
        <translation>Wohin geschrieben wird; „-“ ist die Standardausgabe.</translation>
    </message>
    <message>
        <source>clean takes one file, and -o with the file to write.</source>
        <translation>clean verlangt eine Datei und mit -o die Datei, in die geschrieben wird.</translation>
    </message>
    <message>
        <source>“%1” could not be written.</source>
        <translation>„%1“ konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>“%1” is no field list of a service that Rowlift knows.</source>
        <translation>„%1“ ist keine Feldliste eines Dienstes, den Rowlift kennt.</translation>
    </message>
    <message>
        <source>A describe document of the service.</source>
        <translation>Eine Feldbeschreibung des Dienstes (Describe-Dokument).</translation>
    </message>
    <message>
        <source>map takes one file, and --fields with a describe document.</source>
        <translation>map verlangt eine Datei und mit --fields eine Feldbeschreibung (Describe-Dokument).</translation>
    </message>
    <message>
        <source>not imported</source>
        <translation>nicht importiert</translation>
    </message>
    <message>
        <source>There is no account “%1”.</source>
        <translation>Es gibt kein Konto „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out</source>
        <translation>
            <numerusform>%n Zeile ausgelassen</numerusform>
            <numerusform>%n Zeilen ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was sent: without a terminal, --yes is needed to send.</source>
        <translation>Es wurde nichts gesendet: Ohne Terminal ist --yes nötig, um zu senden.</translation>
    </message>
    <message>
        <source>Send them now? Type yes:</source>
        <translation>Jetzt senden? Geben Sie yes ein:</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>A mapping profile&apos;s name, or its file.</source>
        <translation>Der Name eines Zuordnungsprofils oder seine Datei.</translation>
    </message>
    <message>
        <source>The account&apos;s name; “practice” is always there.</source>
        <translation>Der Name des Kontos; „practice“, das Übungskonto, gibt es immer.</translation>
    </message>
    <message>
        <source>Saves the reports in this folder.</source>
        <translation>Speichert die Berichte in diesem Ordner.</translation>
    </message>
    <message>
        <source>Tells the progress as JSON lines on standard error.</source>
        <translation>Meldet den Fortschritt als JSON-Zeilen auf der Standardfehlerausgabe.</translation>
    </message>
    <message>
        <source>--progress takes “json”.</source>
        <translation>--progress verlangt „json“.</translation>
    </message>
    <message>
        <source>“%1” is the file itself, which stays as it is. Choose another name for the clean one.</source>
        <translation>„%1“ ist die Datei selbst, und die bleibt, wie sie ist. Wählen Sie für die bereinigte einen anderen Namen.</translation>
    </message>
    <message>
        <source>--delimiter and --quote cannot be the same character.</source>
        <translation>--delimiter und --quote können nicht dasselbe Zeichen sein.</translation>
    </message>
    <message>
        <source>Standard input could not be kept in a file. Is there room?</source>
        <translation>Die Standardeingabe konnte nicht in einer Datei abgelegt werden. Ist noch Platz?</translation>
    </message>
    <message>
        <source>The profile “%1” is made for another service than the account “%2”.</source>
        <translation>Das Profil „%1“ ist für einen anderen Dienst gemacht als das Konto „%2“.</translation>
    </message>
    <message>
        <source>The file or %1 lacks what the profile imports: %2. Save the profile anew for this file.</source>
        <translation>Der Datei oder %1 fehlt, was das Profil importiert: %2. Speichern Sie das Profil für diese Datei neu.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have characters that cannot be read; � stands in their place. Check --encoding.</source>
        <translation>
            <numerusform>%n Zeile hat Zeichen, die nicht lesbar sind; an ihrer Stelle steht �. Prüfen Sie --encoding.</numerusform>
            <numerusform>%n Zeilen haben Zeichen, die nicht lesbar sind; an ihrer Stelle steht �. Prüfen Sie --encoding.</numerusform>
        </translation>
    </message>
    <message>
        <source>--service takes one of: %1.</source>
        <translation>--service nimmt eines von: %1.</translation>
    </message>
    <message>
        <source>--sign-in takes one of: %1.</source>
        <translation>--sign-in nimmt eines von: %1.</translation>
    </message>
    <message>
        <source>Added “%1”.</source>
        <translation>„%1“ wurde angelegt.</translation>
    </message>
    <message>
        <source>Its secret is not known yet. Give it with --secret-stdin whenever it is needed.</source>
        <translation>Das Geheimnis dazu ist noch nicht bekannt. Geben Sie es mit --secret-stdin an, wenn es gebraucht wird.</translation>
    </message>
    <message>
        <source>Its secret is in this computer&apos;s keychain.</source>
        <translation>Das Geheimnis dazu liegt im Schlüsselbund dieses Computers.</translation>
    </message>
    <message>
        <source>This computer has no keychain that Rowlift can use, so the secret was not kept. Give it with --secret-stdin whenever it is needed.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund, den Rowlift benutzen kann; das Geheimnis wurde nicht behalten. Geben Sie es mit --secret-stdin an, wenn es gebraucht wird.</translation>
    </message>
    <message>
        <source>practice, on this computer</source>
        <translation>Übung, auf diesem Computer</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Signed in to %1 as %2 (%3).</source>
        <translation>Angemeldet bei %1 als %2 (%3).</translation>
    </message>
    <message>
        <source>“%1” is always there.</source>
        <translation>„%1“ ist immer da.</translation>
    </message>
    <message>
        <source>Removed “%1”.</source>
        <translation>„%1“ wurde entfernt.</translation>
    </message>
    <message>
        <source>Adds, lists, tests and removes accounts.</source>
        <translation>Legt Konten an, listet, prüft und entfernt sie.</translation>
    </message>
    <message>
        <source>What to do.</source>
        <translation>Was zu tun ist.</translation>
    </message>
    <message>
        <source>The account&apos;s name.</source>
        <translation>Der Name des Kontos.</translation>
    </message>
    <message>
        <source>Of which service: %1.</source>
        <translation>Bei welchem Dienst: %1.</translation>
    </message>
    <message>
        <source>The address of the account.</source>
        <translation>Die Adresse des Kontos.</translation>
    </message>
    <message>
        <source>How to sign in; absent: the service&apos;s usual way.</source>
        <translation>Wie man sich anmeldet; fehlt die Angabe: wie beim Dienst üblich.</translation>
    </message>
    <message>
        <source>The app&apos;s client id (Salesforce: its “Consumer Key”).</source>
        <translation>Die Client-Id der App (bei Salesforce: „Consumer Key“).</translation>
    </message>
    <message>
        <source>The API user&apos;s name.</source>
        <translation>Der Name des API-Benutzers.</translation>
    </message>
    <message>
        <source>account takes one of add NAME, list, test NAME, remove NAME.</source>
        <translation>account nimmt eines von add NAME, list, test NAME, remove NAME.</translation>
    </message>
    <message>
        <source>Adds an account. Also: account list, account test NAME, account remove NAME.</source>
        <translation>Legt ein Konto an. Außerdem: account list, account test NAME, account remove NAME.</translation>
    </message>
    <message>
        <source>--delimiter takes one to eight characters, or a code like 0x1F.</source>
        <translation>--delimiter nimmt ein bis acht Zeichen oder einen Code wie 0x1F.</translation>
    </message>
    <message>
        <source>--escape takes one character, or “none”.</source>
        <translation>--escape nimmt ein Zeichen oder „none“.</translation>
    </message>
    <message>
        <source>--header-rows takes a number from 1 to 20.</source>
        <translation>--header-rows nimmt eine Zahl von 1 bis 20.</translation>
    </message>
    <message>
        <source>--last-row takes a row number, counted from 1, or “end”.</source>
        <translation>--last-row nimmt eine Zeilennummer, ab 1 gezählt, oder „end“.</translation>
    </message>
    <message>
        <source>What stands between cells: comma, semicolon, tab, pipe …, the characters, or a code like 0x1F.</source>
        <translation>Was zwischen Zellen steht: comma, semicolon, tab, pipe …, die Zeichen selbst oder ein Code wie 0x1F.</translation>
    </message>
    <message>
        <source>What makes a quote within a cell part of the text, such as \; “none”: quotes are doubled.</source>
        <translation>Was ein Anführungszeichen in einer Zelle zu Text macht, etwa \; „none“: Sie werden verdoppelt.</translation>
    </message>
    <message>
        <source>How many rows name the columns together.</source>
        <translation>Wie viele Zeilen zusammen die Spalten benennen.</translation>
    </message>
    <message>
        <source>The last row of data, or “end” for the end of the file.</source>
        <translation>Die letzte Datenzeile oder „end“ für das Ende der Datei.</translation>
    </message>
    <message>
        <source>What lines that are no rows begin with, such as #; “none”: there are none.</source>
        <translation>Womit Zeilen beginnen, die keine Daten sind, etwa #; „none“: Es gibt keine.</translation>
    </message>
    <message>
        <source>Leaves out blanks around values.</source>
        <translation>Lässt Leerzeichen um Werte weg.</translation>
    </message>
    <message>
        <source>Keeps blanks around values.</source>
        <translation>Behält Leerzeichen um Werte.</translation>
    </message>
    <message>
        <source>A value that stands for an empty cell, such as NULL. May be repeated.</source>
        <translation>Ein Wert, der für eine leere Zelle steht, etwa NULL. Darf mehrmals vorkommen.</translation>
    </message>
    <message>
        <source>Standard input cannot hold both the file and the secret.</source>
        <translation>Die Standardeingabe kann nicht Datei und Geheimnis zugleich enthalten.</translation>
    </message>
    <message>
        <source>Sheet “%1” is read; the workbook also has: %2. Choose with --sheet.</source>
        <translation>Gelesen wird das Blatt „%1“; die Arbeitsmappe hat auch: %2. Wählen Sie mit --sheet.</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) are blank: their formulas were never calculated. Open the workbook in Excel and save it.</source>
        <translation>
            <numerusform>%n Zelle ist leer: Ihre Formel wurde nie berechnet. Öffnen Sie die Arbeitsmappe in Excel und speichern Sie sie.</numerusform>
            <numerusform>%n Zellen sind leer: Ihre Formeln wurden nie berechnet. Öffnen Sie die Arbeitsmappe in Excel und speichern Sie sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Of an Excel workbook: the sheet; absent: the first.</source>
        <translation>Bei einer Excel-Arbeitsmappe: das Blatt; fehlt die Angabe: das erste.</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel-Arbeitsmappe</translation>
    </message>
    <message>
        <source>sheet “%1”</source>
        <translation>Blatt „%1“</translation>
    </message>
    <message>
        <source>Only how many rows there are, but exactly.</source>
        <translation>Nur, wie viele Zeilen es sind, aber genau.</translation>
    </message>
    <message>
        <source>Also looks at every value: what each column holds, and what may be damaged.</source>
        <translation>Sieht auch jeden Wert an: was jede Spalte enthält und was beschädigt sein kann.</translation>
    </message>
    <message>
        <source>--facts reads the whole file: leave --head and --count out.</source>
        <translation>--facts liest die ganze Datei: Lassen Sie --head und --count weg.</translation>
    </message>
    <message>
        <source>Either --head or --count.</source>
        <translation>Entweder --head oder --count.</translation>
    </message>
    <message>
        <source>Reads the secret from the first line of standard input, for this run alone.</source>
        <translation>Liest das Geheimnis aus der ersten Zeile der Standardeingabe, nur für diesen Lauf.</translation>
    </message>
    <message>
        <source>--secret-stdin is given, but standard input holds no secret.</source>
        <translation>--secret-stdin ist angegeben, aber die Standardeingabe enthält kein Geheimnis.</translation>
    </message>
    <message>
        <source>%1 is needed for this way to sign in: %2.</source>
        <translation>%1 wird für diese Art der Anmeldung gebraucht: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), a heads-up</source>
        <translation>
            <numerusform>%n Zeile, ein Hinweis</numerusform>
            <numerusform>%n Zeilen, ein Hinweis</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing can be sent: nothing goes to %1.</source>
        <translation>Es kann nichts gesendet werden: Nichts geht an %1.</translation>
    </message>
    <message>
        <source>Holds every row against every rule of the service, and sends nothing.</source>
        <translation>Prüft jede Zeile nach jeder Regel des Dienstes und sendet nichts.</translation>
    </message>
    <message>
        <source>Saves a table of all that was found, a line for each row and thing against it.</source>
        <translation>Speichert eine Tabelle von allem, was gefunden wurde: eine Zeile je Tabellenzeile und Befund.</translation>
    </message>
    <message>
        <source>Holds every row against every rule of the service.</source>
        <translation>Prüft jede Zeile nach jeder Regel des Dienstes.</translation>
    </message>
    <message>
        <source>Writes the exact bytes that an import would send, and sends nothing.</source>
        <translation>Schreibt genau die Bytes, die ein Import senden würde, und sendet nichts.</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>„%1“ konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>“%1” could not be written. Is there room?</source>
        <translation>„%1“ konnte nicht geschrieben werden. Ist dort Platz?</translation>
    </message>
    <message>
        <source>--part-bytes takes a number of bytes, from 1 on.</source>
        <translation>--part-bytes verlangt eine Anzahl von Bytes, mindestens 1.</translation>
    </message>
    <message>
        <source>“%1” is no plan of Rowlift. Choose another folder.</source>
        <translation>„%1“ ist kein Plan von Rowlift. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out: they have problems, which “rowlift check” tells.</source>
        <translation>
            <numerusform>%n Zeile ausgelassen: Sie hat Probleme; „rowlift check“ nennt sie.</numerusform>
            <numerusform>%n Zeilen ausgelassen: Sie haben Probleme; „rowlift check“ nennt sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Writes the exact bytes of every part that an import would send, and sends nothing.</source>
        <translation>Schreibt genau die Bytes jedes Teils, den ein Import senden würde, und sendet nichts.</translation>
    </message>
    <message>
        <source>The folder for the parts and plan.json.</source>
        <translation>Der Ordner für die Teile und plan.json.</translation>
    </message>
    <message>
        <source>No part is larger; absent: as the service likes it.</source>
        <translation>Kein Teil ist größer; ohne Angabe: wie es der Dienst gern hat.</translation>
    </message>
    <message>
        <source>The first part is as large as the others.</source>
        <translation>Der erste Teil ist so groß wie die anderen.</translation>
    </message>
    <message>
        <source>--part-bytes: %1 takes at most %2 at once.</source>
        <translation>--part-bytes: %1 nimmt höchstens %2 auf einmal.</translation>
    </message>
    <message>
        <source>The profile “%1” names no account, so the fields of the service are not known. Give them with --fields.</source>
        <translation>Das Profil „%1“ nennt kein Konto, deshalb sind die Felder des Dienstes nicht bekannt. Geben Sie sie mit --fields an.</translation>
    </message>
    <message>
        <source>The profile “%1” is made for another service than the fields in “%2”.</source>
        <translation>Das Profil „%1“ ist für einen anderen Dienst gemacht als die Felder in „%2“.</translation>
    </message>
    <message>
        <source>The profile “%1” imports %2, but “%3” has the fields of %4.</source>
        <translation>Das Profil „%1“ importiert %2, aber „%3“ enthält die Felder von %4.</translation>
    </message>
    <message>
        <source>A describe document of the service; absent: the account of the profile is asked.</source>
        <translation>Ein Describe-Dokument des Dienstes; ohne Angabe wird das Konto des Profils gefragt.</translation>
    </message>
    <message>
        <source>The file has no column “%1”.</source>
        <translation>Die Datei hat keine Spalte „%1“.</translation>
    </message>
    <message>
        <source>What stands before the decimals of a column&apos;s numbers: “Price=comma” or point. May be repeated.</source>
        <translation>Was in den Zahlen einer Spalte vor den Nachkommastellen steht: „Price=comma“ oder point. Darf mehrfach stehen.</translation>
    </message>
    <message>
        <source>--decimals takes a column and comma or point, such as “Price=comma”.</source>
        <translation>--decimals verlangt eine Spalte und comma oder point, etwa „Price=comma“.</translation>
    </message>
    <message>
        <source>The account stays; --force removes it all the same.</source>
        <translation>Das Konto bleibt; --force entfernt es trotzdem.</translation>
    </message>
    <message>
        <source>No secret of it was found. Should the keychain be locked, open its own program and delete the entry of Rowlift there.</source>
        <translation>Es wurde kein Geheimnis dazu gefunden. Falls der Schlüsselbund gesperrt ist, öffnen Sie sein eigenes Programm und löschen Sie dort den Eintrag von Rowlift.</translation>
    </message>
    <message>
        <source>Removes it even when the keychain does not let its secret go.</source>
        <translation>Entfernt es auch dann, wenn der Schlüsselbund das Geheimnis nicht hergibt.</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) are larger than %1 bytes: a single row is.</source>
        <translation>
            <numerusform>%n Teil ist größer als %1 Bytes: Eine einzelne Zeile ist es.</numerusform>
            <numerusform>%n Teile sind größer als %1 Bytes: Eine einzelne Zeile ist es.</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder “%1” could not be made.</source>
        <translation>Der Ordner „%1“ konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>“%1” is of no plan of Rowlift and stays as it is. Choose another folder.</source>
        <translation>„%1“ gehört zu keinem Plan von Rowlift und bleibt, wie es ist. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>%1 takes no values for %2 this way. Save the profile anew without.</source>
        <translation>%1 nimmt auf diese Weise keine Werte für %2. Speichern Sie das Profil neu ohne sie.</translation>
    </message>
    <message>
        <source>The profile does not say by which field records are found. Save it anew.</source>
        <translation>Das Profil sagt nicht, über welches Feld Datensätze gefunden werden. Speichern Sie es neu.</translation>
    </message>
    <message>
        <source>%1 cannot be found by “%2”. Save the profile anew.</source>
        <translation>%1 lassen sich nicht über „%2“ finden. Speichern Sie das Profil neu.</translation>
    </message>
    <message>
        <source>Say it with --dates &quot;%1=dayFirst&quot; or --dates &quot;%1=monthFirst&quot;.</source>
        <translation>Sagen Sie es mit --dates &quot;%1=dayFirst&quot; oder --dates &quot;%1=monthFirst&quot;.</translation>
    </message>
    <message>
        <source>Say it with --decimals &quot;%1=comma&quot; or --decimals &quot;%1=point&quot;.</source>
        <translation>Sagen Sie es mit --decimals &quot;%1=comma&quot; oder --decimals &quot;%1=point&quot;.</translation>
    </message>
    <message>
        <source>Times that name no zone are read as %1, the zone of this computer. Another one: --zone NAME.</source>
        <translation>Zeiten ohne Zeitzone werden als %1 gelesen, die Zone dieses Computers. Eine andere: --zone NAME.</translation>
    </message>
    <message>
        <source>No row decides whether “%1” in the column “%2” begins with the day or the month.</source>
        <translation>Keine Zeile entscheidet, ob „%1“ in der Spalte „%2“ mit dem Tag oder dem Monat beginnt.</translation>
    </message>
    <message>
        <source>No row decides what stands before the decimals of “%1” in the column “%2”.</source>
        <translation>Keine Zeile entscheidet, was in „%1“ in der Spalte „%2“ vor den Nachkommastellen steht.</translation>
    </message>
    <message>
        <source>Row %1 has “%2” in the column “%3”, whose dates are read the other way round: day and month are not where the profile has them.</source>
        <translation>Zeile %1 hat „%2“ in der Spalte „%3“, deren Daten andersherum gelesen werden: Tag und Monat stehen nicht da, wo das Profil sie hat.</translation>
    </message>
    <message>
        <source>Row %1 has “%2” in the column “%3”, whose numbers are read the other way round: comma and point are not what they are in the profile.</source>
        <translation>Zeile %1 hat „%2“ in der Spalte „%3“, deren Zahlen andersherum gelesen werden: Komma und Punkt bedeuten etwas anderes als im Profil.</translation>
    </message>
    <message>
        <source>How the dates of a column are read: “Birthday=dayFirst”, monthFirst or yearFirst. “Birthday=dayFirst,1930”: years of two digits lie in the hundred years from 1930 on. May be repeated.</source>
        <translation>Wie die Daten einer Spalte gelesen werden: „Birthday=dayFirst“, monthFirst oder yearFirst. „Birthday=dayFirst,1930“: Jahre mit zwei Ziffern liegen in den hundert Jahren ab 1930. Darf mehrfach stehen.</translation>
    </message>
    <message>
        <source>Where the clocks are that times without a zone come from, such as “Europe/Berlin”; absent: as the profile says.</source>
        <translation>Wo die Uhren stehen, von denen Zeiten ohne Zeitzone kommen, etwa „Europe/Berlin“; ohne Angabe: wie es das Profil sagt.</translation>
    </message>
    <message>
        <source>--zone takes the name of a time zone, such as “Europe/Berlin” or “UTC”.</source>
        <translation>--zone verlangt den Namen einer Zeitzone, etwa „Europe/Berlin“ oder „UTC“.</translation>
    </message>
    <message>
        <source>--dates takes a column and dayFirst, monthFirst or yearFirst, such as “Birthday=dayFirst”, and where years of two digits begin: “Birthday=dayFirst,1930”.</source>
        <translation>--dates verlangt eine Spalte und dayFirst, monthFirst oder yearFirst, etwa „Birthday=dayFirst“, und womit Jahre mit zwei Ziffern beginnen: „Birthday=dayFirst,1930“.</translation>
    </message>
    <message>
        <source>Secret (it is not shown):</source>
        <translation>Geheimnis (wird nicht angezeigt):</translation>
    </message>
    <message>
        <source>The first line of standard input is no secret: it is too long, or no text in UTF-8.</source>
        <translation>Die erste Zeile der Standardeingabe ist kein Geheimnis: Sie ist zu lang oder kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>“%1” may be any of these imports: %2.</source>
        <translation>„%1“ kann jeder dieser Importe sein: %2.</translation>
    </message>
    <message>
        <source>There is no import “%1”. “rowlift runs” tells which there are.</source>
        <translation>Einen Import „%1“ gibt es nicht. „rowlift runs“ sagt, welche es gibt.</translation>
    </message>
    <message>
        <source>No import was interrupted: there is nothing to continue.</source>
        <translation>Kein Import wurde unterbrochen: Es gibt nichts fortzusetzen.</translation>
    </message>
    <message>
        <source>Continues an import that was interrupted; without RUN the last one.</source>
        <translation>Setzt einen unterbrochenen Import fort; ohne RUN den letzten.</translation>
    </message>
    <message>
        <source>Lists the imports, the newest first.</source>
        <translation>Listet die Importe auf, den neuesten zuerst.</translation>
    </message>
    <message>
        <source>Saves the reports of an import.</source>
        <translation>Speichert die Berichte eines Imports.</translation>
    </message>
    <message>
        <source>--brake takes a number of percent, 0 to 100.</source>
        <translation>--brake nimmt eine Zahl in Prozent, 0 bis 100.</translation>
    </message>
    <message>
        <source>Stops when more than this share of the first part fails; absent: 20.</source>
        <translation>Hält an, wenn vom ersten Teil mehr als dieser Anteil fehlschlägt; fehlt die Angabe: 20.</translation>
    </message>
    <message>
        <source>Goes on however much of the first part fails.</source>
        <translation>Fährt fort, gleich wie viel vom ersten Teil fehlschlägt.</translation>
    </message>
    <message>
        <source>%1 cannot be loaded by “%2” for this; there is: %3.</source>
        <translation>%1 lässt sich dafür nicht mit „%2“ laden; es gibt: %3.</translation>
    </message>
    <message>
        <source>This version of Rowlift does not know the service of this import.</source>
        <translation>Diese Version von Rowlift kennt den Dienst dieses Imports nicht.</translation>
    </message>
    <message>
        <source>The import, or how its name begins.</source>
        <translation>Der Import, oder wie sein Name beginnt.</translation>
    </message>
    <message>
        <source>The folder for the reports.</source>
        <translation>Der Ordner für die Berichte.</translation>
    </message>
    <message>
        <source>report takes one import, and -o with the folder to write to.</source>
        <translation>report nimmt einen Import, und -o mit dem Ordner, in den geschrieben wird.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s): %1</source>
        <translation>
            <numerusform>%Ln Zeile: %1</numerusform>
            <numerusform>%Ln Zeilen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>This import is finished; there is nothing to continue.</source>
        <translation>Dieser Import ist fertig; es gibt nichts fortzusetzen.</translation>
    </message>
    <message>
        <source>This version of Rowlift cannot go on with this import.</source>
        <translation>Diese Version von Rowlift kann diesen Import nicht fortsetzen.</translation>
    </message>
    <message>
        <source>Continues an import that was interrupted: asks the service what has arrived, then sends the rest. Nothing that may be there is sent again.</source>
        <translation>Setzt einen unterbrochenen Import fort: fragt den Dienst, was angekommen ist, und sendet dann den Rest. Nichts, was dort sein kann, wird noch einmal gesendet.</translation>
    </message>
    <message>
        <source>Sends parts again of which nobody can tell whether they arrived: their rows may be there twice then.</source>
        <translation>Sendet Teile noch einmal, von denen niemand sagen kann, ob sie angekommen sind: Ihre Zeilen sind dann vielleicht doppelt da.</translation>
    </message>
    <message>
        <source>Leaves parts alone of which nobody can tell whether they arrived.</source>
        <translation>Lässt Teile, von denen niemand sagen kann, ob sie angekommen sind, wie sie sind.</translation>
    </message>
    <message>
        <source>resume takes one import at most.</source>
        <translation>resume nimmt höchstens einen Import.</translation>
    </message>
    <message>
        <source>Parts are sent again, or left alone: not both.</source>
        <translation>Teile werden noch einmal gesendet oder gelassen: nicht beides.</translation>
    </message>
    <message>
        <source>“rowlift resume %1” goes on all the same.</source>
        <translation>„rowlift resume %1“ fährt trotzdem fort.</translation>
    </message>
    <message>
        <source>The import was interrupted; nothing is lost. “rowlift resume %1” continues.</source>
        <translation>Der Import wurde unterbrochen; nichts ist verloren. „rowlift resume %1“ setzt ihn fort.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were not sent.</source>
        <translation>
            <numerusform>%Ln Zeile wurde nicht gesendet.</numerusform>
            <numerusform>%Ln Zeilen wurden nicht gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are still waiting.</source>
        <translation>
            <numerusform>%Ln Zeile wartet noch.</numerusform>
            <numerusform>%Ln Zeilen warten noch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln row(s) nobody can tell whether they arrived.</source>
        <translation>
            <numerusform>Von %Ln Zeile kann niemand sagen, ob sie angekommen ist.</numerusform>
            <numerusform>Von %Ln Zeilen kann niemand sagen, ob sie angekommen sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>runs takes no arguments.</source>
        <translation>runs nimmt keine Angaben.</translation>
    </message>
    <message>
        <source>Nothing was imported yet.</source>
        <translation>Es wurde noch nichts importiert.</translation>
    </message>
    <message>
        <source>Too many rows of the first part of the import %1 failed, so the rest was not sent. “rowlift resume %1” sends it anyway.</source>
        <translation>Vom ersten Teil des Imports %1 sind zu viele Zeilen fehlgeschlagen; deshalb wurde der Rest nicht gesendet. „rowlift resume %1“ sendet ihn trotzdem.</translation>
    </message>
    <message>
        <source>This import is still running: the reports tell how it stands at this moment.</source>
        <translation>Dieser Import läuft noch: Die Berichte sagen, wie er in diesem Augenblick steht.</translation>
    </message>
    <message>
        <source>The import, or how its name begins; absent: the one that was interrupted last, else the last one with rows that nobody can tell of.</source>
        <translation>Der Import, oder wie sein Name beginnt; fehlt die Angabe: der zuletzt unterbrochene, sonst der letzte mit Zeilen, von denen es niemand weiß.</translation>
    </message>
    <message>
        <source>%1 Rowlift goes on by itself.</source>
        <translation>%1 Rowlift macht von selbst weiter.</translation>
    </message>
    <message>
        <source>Whether some parts arrived, only you can decide now:</source>
        <translation>Über manche Teile, die vielleicht angekommen sind, können jetzt nur Sie entscheiden:</translation>
    </message>
    <message>
        <source>asks the service about them once more.</source>
        <translation>fragt den Dienst noch einmal nach ihnen.</translation>
    </message>
    <message>
        <source>sends them again: rows that did arrive are there twice then.</source>
        <translation>sendet sie noch einmal: Zeilen, die doch angekommen sind, sind dann doppelt da.</translation>
    </message>
    <message>
        <source>sends them again: what was changed in their records since then is overwritten.</source>
        <translation>sendet sie noch einmal: Was an ihren Datensätzen seither geändert wurde, wird überschrieben.</translation>
    </message>
    <message>
        <source>leaves them alone: rows that did not arrive stay missing.</source>
        <translation>lässt sie, wie sie sind: Zeilen, die nicht angekommen sind, fehlen weiter.</translation>
    </message>
    <message>
        <source>%1  cannot be read: %2</source>
        <extracomment>A line of &quot;rowlift runs&quot;: id, folder</extracomment>
        <translation>%1  lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>Nothing can be sent: %1</source>
        <translation>Es kann nichts gesendet werden: %1</translation>
    </message>
    <message>
        <source>check takes one file, and --profile, or --delete-ids with --object.</source>
        <translation>check nimmt eine Datei und --profile, oder --delete-ids mit --object.</translation>
    </message>
    <message>
        <source>Type %1 to delete %2 %3:</source>
        <translation>Geben Sie %1 ein, um %2 %3 zu löschen:</translation>
    </message>
    <message>
        <source>Nothing was deleted: without a terminal, --delete %1 is needed to delete %2 %3.</source>
        <translation>Es wurde nichts gelöscht: Ohne Terminal ist --delete %1 nötig, um %2 %3 zu löschen.</translation>
    </message>
    <message>
        <source>Nothing was deleted: that is not the number of records, which is %1.</source>
        <translation>Es wurde nichts gelöscht: Das ist nicht die Zahl der Datensätze; sie ist %1.</translation>
    </message>
    <message>
        <source>Sends without asking; to delete takes --delete as well.</source>
        <translation>Sendet ohne Rückfrage; zum Löschen ist auch --delete nötig.</translation>
    </message>
    <message>
        <source>Deletes without asking, if it is just so many records.</source>
        <translation>Löscht ohne Rückfrage, wenn es genau so viele Datensätze sind.</translation>
    </message>
    <message>
        <source>--delete takes the number of records.</source>
        <translation>--delete nimmt die Zahl der Datensätze.</translation>
    </message>
    <message>
        <source>The records of these rows are looked up in an account: leave out --fields, so that it can be asked.</source>
        <translation>Die Datensätze dieser Zeilen werden in einem Konto nachgeschlagen: Lassen Sie --fields weg, damit es gefragt werden kann.</translation>
    </message>
    <message>
        <source>Looking the records up in %1; nothing is changed by that.</source>
        <translation>Die Datensätze werden in %1 nachgeschlagen; dabei wird nichts geändert.</translation>
    </message>
    <message>
        <source>import takes one file, --account, and --profile, or --delete-ids with --object.</source>
        <translation>import nimmt eine Datei, --account und --profile, oder --delete-ids mit --object.</translation>
    </message>
    <message>
        <source>--option: there is nothing to choose for this.</source>
        <translation>--option: Hierfür gibt es nichts zu wählen.</translation>
    </message>
    <message>
        <source>--option: there is no “%1” for this; there is: %2.</source>
        <translation>--option: „%1“ gibt es hierfür nicht; es gibt: %2.</translation>
    </message>
    <message>
        <source>The profile chooses “%1”, which there is not for this, or not in this way.</source>
        <translation>Das Profil wählt „%1“, was es hierfür nicht gibt, oder nicht auf diese Weise.</translation>
    </message>
    <message>
        <source>--option: “%1” is yes or no.</source>
        <translation>--option: „%1“ ist yes oder no.</translation>
    </message>
    <message>
        <source>--option: “%1” cannot be “%2”; there is: %3.</source>
        <translation>--option: „%1“ kann nicht „%2“ sein; es gibt: %3.</translation>
    </message>
    <message>
        <source>The way of loading, “bulk-ingest” for example; absent: as the profile says, else the one that is best for so many rows.</source>
        <translation>Der Ladeweg, etwa „bulk-ingest“; ohne Angabe: wie das Profil sagt, sonst der beste für so viele Zeilen.</translation>
    </message>
    <message>
        <source>Of rows for which several records are found: “leave-out”, or take the one “changed-last”.</source>
        <translation>Bei Zeilen, für die mehrere Datensätze gefunden werden: „leave-out“, oder den zuletzt geänderten nehmen: „changed-last“.</translation>
    </message>
    <message>
        <source>Copies what records hold before they are updated.</source>
        <translation>Kopiert, was die Datensätze enthalten, bevor sie geändert werden.</translation>
    </message>
    <message>
        <source>Updates without such a copy.</source>
        <translation>Ändert ohne eine solche Kopie.</translation>
    </message>
    <message>
        <source>Something of the service&apos;s own, “assignmentRule=active” for example; may be given several times.</source>
        <translation>Etwas, das nur der Dienst kennt, etwa „assignmentRule=active“; kann mehrmals angegeben werden.</translation>
    </message>
    <message>
        <source>In place of a profile: deletes the records whose IDs are in this column.</source>
        <translation>Anstelle eines Profils: löscht die Datensätze, deren IDs in dieser Spalte stehen.</translation>
    </message>
    <message>
        <source>With --delete-ids: the kind of records, “Contact” for example.</source>
        <translation>Mit --delete-ids: die Art der Datensätze, etwa „Contact“.</translation>
    </message>
    <message>
        <source>--several takes “leave-out” or “changed-last”.</source>
        <translation>--several nimmt „leave-out“ oder „changed-last“.</translation>
    </message>
    <message>
        <source>Old values are kept, or not: not both.</source>
        <translation>Alte Werte werden aufgehoben oder nicht: nicht beides.</translation>
    </message>
    <message>
        <source>--option takes NAME=VALUE.</source>
        <translation>--option nimmt NAME=WERT.</translation>
    </message>
    <message>
        <source>--delete-ids needs --account.</source>
        <translation>--delete-ids braucht --account.</translation>
    </message>
    <message>
        <source>--keep-old is for updates; before records are deleted they are always copied.</source>
        <translation>--keep-old ist für das Ändern; vor dem Löschen werden Datensätze immer kopiert.</translation>
    </message>
    <message>
        <source>--no-keep-old is for updates; before records are deleted they are always copied.</source>
        <translation>--no-keep-old ist für das Ändern; vor dem Löschen werden Datensätze immer kopiert.</translation>
    </message>
    <message>
        <source>--keep-old is for updates.</source>
        <translation>--keep-old ist für das Ändern.</translation>
    </message>
    <message>
        <source>plan takes one file, --profile (or --delete-ids with --object), and -o with the folder to write to.</source>
        <translation>plan nimmt eine Datei, --profile (oder --delete-ids mit --object) und -o mit dem Ordner, in den geschrieben wird.</translation>
    </message>
    <message>
        <source>%1 cannot be looked up by “%2”. Save the profile anew.</source>
        <translation>%1 lassen sich nicht nach „%2“ nachschlagen. Speichern Sie das Profil neu.</translation>
    </message>
    <message>
        <source>The account that is asked; absent: the one of the profile.</source>
        <translation>Das Konto, das gefragt wird; ohne Angabe: das des Profils.</translation>
    </message>
    <message>
        <source>“%1” cannot be had for this.</source>
        <translation>„%1“ gibt es hierfür nicht.</translation>
    </message>
    <message>
        <source>“%1” cannot be had when rows are loaded by “%2”. Go without it, or choose the way with --kind: %3.</source>
        <translation>„%1“ gibt es nicht, wenn Zeilen über „%2“ geladen werden. Verzichten Sie darauf, oder wählen Sie den Weg mit --kind: %3.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were not processed, and are not in.</source>
        <translation>
            <numerusform>%Ln Zeile wurde nicht verarbeitet und ist nicht drin.</numerusform>
            <numerusform>%Ln Zeilen wurden nicht verarbeitet und sind nicht drin.</numerusform>
        </translation>
    </message>
    <message>
        <source>Of a field that says whether people may be contacted, such as “unsubscribed=both”: sends “both”, or only what “stops” contact, which is usual where records may be changed. May be repeated.</source>
        <translation>Für ein Feld, das sagt, ob Personen kontaktiert werden dürfen, etwa „unsubscribed=both“: sendet beides („both“) oder nur, was Kontakt beendet („stops“), wie es üblich ist, wo Datensätze geändert werden können. Darf mehrmals stehen.</translation>
    </message>
    <message>
        <source>--consent takes a field and both or stops, such as “unsubscribed=both”.</source>
        <translation>--consent nimmt ein Feld und both oder stops, etwa „unsubscribed=both“.</translation>
    </message>
    <message>
        <source>--consent: nothing is sent to a field “%1”.</source>
        <translation>--consent: An ein Feld „%1“ wird nichts gesendet.</translation>
    </message>
    <message>
        <source>--consent: “%1” does not say whether people may be contacted.</source>
        <translation>--consent: „%1“ sagt nicht, ob Personen kontaktiert werden dürfen.</translation>
    </message>
    <message>
        <source>“%1” is turned round: its yes is the no of “%2”.</source>
        <extracomment>%1 a column, %2 a field</extracomment>
        <translation>„%1“ wird umgedreht: Das Ja der Spalte ist das Nein von „%2“.</translation>
    </message>
    <message>
        <source>Of “%1”, only what stops contact is sent. To send both: --consent %2=both</source>
        <extracomment>%1 a column, %2 the name of a field</extracomment>
        <translation>Von „%1“ wird nur gesendet, was Kontakt beendet. Um beides zu senden: --consent %2=both</translation>
    </message>
    <message>
        <source>--option: several of “%1” are called “%2”; say which by its id: %3.</source>
        <translation>--option: Mehrere von „%1“ heißen „%2“; sagen Sie mit der Id, welche: %3.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s) are ready.</source>
        <translation>
            <numerusform>%1 von %Ln Zeile ist bereit.</numerusform>
            <numerusform>%1 von %Ln Zeilen sind bereit.</numerusform>
        </translation>
    </message>
    <message>
        <source>The import %1 never began: Rowlift was ended while it was being prepared. Nothing was sent; start it again.</source>
        <translation>Der Import %1 hat nie begonnen: Rowlift wurde beendet, während er vorbereitet wurde. Nichts wurde gesendet; starten Sie ihn neu.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s) were found in %2, %3 were not, %4 several times.</source>
        <extracomment>%1 rows, %2 a service or account, %3 and %4 rows</extracomment>
        <translation>
            <numerusform>%1 von %Ln Zeile wurde in %2 gefunden, %3 nicht, %4 mehrmals.</numerusform>
            <numerusform>%1 von %Ln Zeilen wurden in %2 gefunden, %3 nicht, %4 mehrmals.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s) are ready for %2 in %3.</source>
        <translation>
            <numerusform>%1 von %Ln Zeile ist bereit für %2 in %3.</numerusform>
            <numerusform>%1 von %Ln Zeilen sind bereit für %2 in %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” cannot set %2. Choose another way with --kind: %3.</source>
        <extracomment>%1 a way of loading, %2 names of fields, %3 other ways</extracomment>
        <translation>„%1“ kann %2 nicht setzen. Wählen Sie mit --kind eine andere Art: %3.</translation>
    </message>
    <message>
        <source>“%1” does not go with the option %2. Choose another way with --kind: %3.</source>
        <extracomment>%1 a way of loading, %2 names of options, %3 other ways</extracomment>
        <translation>„%1“ geht nicht mit der Option %2. Wählen Sie mit --kind eine andere Art: %3.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) in “%1”; parts: %2. Nothing was sent.</source>
        <translation>
            <numerusform>%Ln Zeile in „%1“; Teile: %2. Nichts wurde gesendet.</numerusform>
            <numerusform>%Ln Zeilen in „%1“; Teile: %2. Nichts wurde gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s) are deleted, %2 failed; parts done: %3.</source>
        <translation>
            <numerusform>%1 von %Ln Zeile ist gelöscht, %2 gescheitert; erledigte Teile: %3.</numerusform>
            <numerusform>%1 von %Ln Zeilen sind gelöscht, %2 gescheitert; erledigte Teile: %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s) are in, %2 failed; parts done: %3.</source>
        <translation>
            <numerusform>%1 von %Ln Zeile ist drin, %2 gescheitert; erledigte Teile: %3.</numerusform>
            <numerusform>%1 von %Ln Zeilen sind drin, %2 gescheitert; erledigte Teile: %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>Part %1: %2</source>
        <extracomment>%1 the number of a part, %2 a sentence about it</extracomment>
        <translation>Teil %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s): %1</source>
        <translation>
            <numerusform>%Ln Teil: %1</numerusform>
            <numerusform>%Ln Teile: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Of more parts such things are on record; --json tells all of them.</source>
        <translation>Von weiteren Teilen ist Ähnliches vermerkt; --json nennt alles.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are deleted, %1 failed, %2 were left out.</source>
        <translation>
            <numerusform>%Ln Zeile ist gelöscht, %1 gescheitert, %2 weggelassen.</numerusform>
            <numerusform>%Ln Zeilen sind gelöscht, %1 gescheitert, %2 weggelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are in, %1 failed, %2 were left out.</source>
        <translation>
            <numerusform>%Ln Zeile ist drin, %1 gescheitert, %2 weggelassen.</numerusform>
            <numerusform>%Ln Zeilen sind drin, %1 gescheitert, %2 weggelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of those that are in have a warning.</source>
        <translation>
            <numerusform>%Ln Zeile von denen, die drin sind, hat eine Warnung.</numerusform>
            <numerusform>%Ln Zeilen von denen, die drin sind, haben eine Warnung.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1  %2  %3  “%4” to %5, %Ln row(s)</source>
        <extracomment>A line of &quot;rowlift runs&quot;: id, when, state, file, account, number of rows</extracomment>
        <translation>
            <numerusform>%1  %2  %3  „%4“ nach %5, %Ln Zeile</numerusform>
            <numerusform>%1  %2  %3  „%4“ nach %5, %Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They form %Ln record(s).</source>
        <translation>
            <numerusform>Sie bilden %Ln Datensatz.</numerusform>
            <numerusform>Sie bilden %Ln Datensätze.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To be asked for, each once: %1; that takes about %Ln call(s).</source>
        <translation>
            <numerusform>Einmal je Wert zu fragen: %1; das braucht etwa %Ln Aufruf.</numerusform>
            <numerusform>Einmal je Wert zu fragen: %1; das braucht etwa %Ln Aufrufe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The contacts of %1 of %Ln row(s) are in %2, those of %3 are not.</source>
        <extracomment>%1 rows, %2 a service or account, %3 rows</extracomment>
        <translation>
            <numerusform>Die Kontakte von %1 von %Ln Zeile sind in %2, die von %3 nicht.</numerusform>
            <numerusform>Die Kontakte von %1 von %Ln Zeilen sind in %2, die von %3 nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 are there already, with “%2” as “%3”: it cannot be “%4”.</source>
        <extracomment>%1 kinds of records, %2 the name of an option, %3 and %4 values of it</extracomment>
        <translation>%1 gibt es schon, mit „%2“ als „%3“: „%4“ geht nicht.</translation>
    </message>
    <message>
        <source>no column stands out</source>
        <translation>keine Spalte fällt auf</translation>
    </message>
    <message>
        <source>%1: there is nothing to choose for this.</source>
        <translation>%1: Hier gibt es nichts zu wählen.</translation>
    </message>
    <message>
        <source>%1: the file has no column “%2”.</source>
        <translation>%1: Die Datei hat keine Spalte „%2“.</translation>
    </message>
    <message>
        <source>--group-into needs --key with a column: rows with the same value there form a record.</source>
        <translation>--group-into braucht --key mit einer Spalte: Zeilen mit demselben Wert darin bilden einen Datensatz.</translation>
    </message>
    <message>
        <source>The collection, “Orders” for example, in place of that of the profile; one that is not there yet is made.</source>
        <translation>Die Collection, zum Beispiel „Orders“, statt der des Profils; eine, die es noch nicht gibt, wird angelegt.</translation>
    </message>
    <message>
        <source>The column that each record is known by; “row”: made from the file and the row.</source>
        <translation>Die Spalte, an der jeder Datensatz erkannt wird; „row“: aus Datei und Zeile gemacht.</translation>
    </message>
    <message>
        <source>The column that names the contact of each record.</source>
        <translation>Die Spalte, die den Kontakt jedes Datensatzes nennt.</translation>
    </message>
    <message>
        <source>Rows with the same key form one record with a list of this name, “products” for example.</source>
        <translation>Zeilen mit gleichem Schlüssel bilden einen Datensatz mit einer Liste dieses Namens, zum Beispiel „products“.</translation>
    </message>
    <message>
        <source>Looks the contacts up before anything is sent; rows of those that are not there are left out (“leave-out”), or sent all the same (“send”).</source>
        <translation>Schlägt die Kontakte nach, bevor etwas gesendet wird; Zeilen fehlender Kontakte werden weggelassen („leave-out“) oder trotzdem gesendet („send“).</translation>
    </message>
    <message>
        <source>--check-contacts takes “leave-out” or “send”.</source>
        <translation>--check-contacts nimmt „leave-out“ oder „send“.</translation>
    </message>
    <message>
        <source>--collection needs an account that is asked: leave out --fields.</source>
        <translation>--collection braucht ein Konto, das gefragt wird: Lassen Sie --fields weg.</translation>
    </message>
    <message>
        <source>Sends although what the account may still do will not be enough.</source>
        <translation>Sendet, obwohl das, was das Konto noch darf, nicht reichen wird.</translation>
    </message>
    <message>
        <source>Nothing was sent: it takes about %1 of “%2”, but only %3 are left. Try again when there are more, or add --despite-limits to send what goes.</source>
        <translation>Nichts wurde gesendet: Es braucht etwa %1 von „%2“, übrig sind aber nur %3. Versuchen Sie es wieder, wenn es mehr gibt, oder fügen Sie --despite-limits hinzu, um zu senden, was geht.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out: what they form is larger than the service takes at once.</source>
        <translation>
            <numerusform>%n Zeile weggelassen: Was sie bildet, ist größer, als der Dienst auf einmal nimmt.</numerusform>
            <numerusform>%n Zeilen weggelassen: Was sie bilden, ist größer, als der Dienst auf einmal nimmt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ClosedSession</name>
    <message>
        <source>“%1” is an account of “%2”, which this Rowlift does not know. A newer Rowlift may.</source>
        <translation>„%1“ ist ein Konto bei „%2“, das diese Version von Rowlift nicht kennt. Eine neuere kennt es vielleicht.</translation>
    </message>
</context>
<context>
    <name>rowlift::ColumnKind</name>
    <message>
        <source>date d%1m%1y</source>
        <extracomment>day, month and year by their first letters; %1 is what stands between them</extracomment>
        <translation>Datum T%1M%1J</translation>
    </message>
    <message>
        <source>date m%1d%1y</source>
        <translation>Datum M%1T%1J</translation>
    </message>
    <message>
        <source>date y%1m%1d</source>
        <translation>Datum J%1M%1T</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>number %1</source>
        <extracomment>%1 is the way numbers are written: &quot;1.234,5&quot;</extracomment>
        <translation>Zahl %1</translation>
    </message>
    <message>
        <source>empty</source>
        <comment>values of a column</comment>
        <translation>leer</translation>
    </message>
    <message>
        <source>text</source>
        <comment>values of a column</comment>
        <translation>Text</translation>
    </message>
    <message>
        <source>e-mail</source>
        <comment>values of a column</comment>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>yes/no</source>
        <comment>values of a column</comment>
        <translation>ja/nein</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <extracomment>&quot;e-mail 99.9 %&quot;: what the values look like, and how many of them do</extracomment>
        <translation>%1 %2 %</translation>
    </message>
</context>
<context>
    <name>rowlift::Columns</name>
    <message>
        <source>Column %1</source>
        <translation>Spalte %1</translation>
    </message>
</context>
<context>
    <name>rowlift::Detect</name>
    <message>
        <source>Western European (Windows-1252)</source>
        <translation>Westeuropäisch (Windows-1252)</translation>
    </message>
    <message>
        <source>Western European (ISO-8859-1)</source>
        <translation>Westeuropäisch (ISO-8859-1)</translation>
    </message>
    <message>
        <source>Western European (ISO-8859-15)</source>
        <translation>Westeuropäisch (ISO-8859-15)</translation>
    </message>
    <message>
        <source>Western European (old Macintosh)</source>
        <translation>Westeuropäisch (altes Macintosh)</translation>
    </message>
    <message>
        <source>Western European (old DOS)</source>
        <translation>Westeuropäisch (altes DOS)</translation>
    </message>
    <message>
        <source>Central European (Windows-1250)</source>
        <translation>Mitteleuropäisch (Windows-1250)</translation>
    </message>
    <message>
        <source>Central European (ISO-8859-2)</source>
        <translation>Mitteleuropäisch (ISO-8859-2)</translation>
    </message>
    <message>
        <source>Cyrillic (Windows-1251)</source>
        <translation>Kyrillisch (Windows-1251)</translation>
    </message>
    <message>
        <source>Cyrillic (KOI8-R)</source>
        <translation>Kyrillisch (KOI8-R)</translation>
    </message>
    <message>
        <source>Greek (Windows-1253)</source>
        <translation>Griechisch (Windows-1253)</translation>
    </message>
    <message>
        <source>Turkish (Windows-1254)</source>
        <translation>Türkisch (Windows-1254)</translation>
    </message>
    <message>
        <source>Hebrew (Windows-1255)</source>
        <translation>Hebräisch (Windows-1255)</translation>
    </message>
    <message>
        <source>Arabic (Windows-1256)</source>
        <translation>Arabisch (Windows-1256)</translation>
    </message>
    <message>
        <source>Baltic (Windows-1257)</source>
        <translation>Baltisch (Windows-1257)</translation>
    </message>
    <message>
        <source>Thai (Windows-874)</source>
        <translation>Thailändisch (Windows-874)</translation>
    </message>
    <message>
        <source>Japanese (Shift_JIS)</source>
        <translation>Japanisch (Shift_JIS)</translation>
    </message>
    <message>
        <source>Japanese (EUC-JP)</source>
        <translation>Japanisch (EUC-JP)</translation>
    </message>
    <message>
        <source>Chinese (GB18030)</source>
        <translation>Chinesisch (GB18030)</translation>
    </message>
    <message>
        <source>Chinese (Big5)</source>
        <translation>Chinesisch (Big5)</translation>
    </message>
    <message>
        <source>Korean (EUC-KR)</source>
        <translation>Koreanisch (EUC-KR)</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Pipe</source>
        <translation>Senkrechter Strich</translation>
    </message>
    <message>
        <source>Caret</source>
        <translation>Zirkumflex</translation>
    </message>
    <message>
        <source>Backtick</source>
        <translation>Gravis</translation>
    </message>
    <message>
        <source>Colon</source>
        <translation>Doppelpunkt</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1: the file begins with the mark for it.</source>
        <translation>%1: Die Datei beginnt mit dem Kennzeichen dafür.</translation>
    </message>
    <message>
        <source>%1: each letter takes two bytes.</source>
        <translation>%1: Jeder Buchstabe belegt zwei Bytes.</translation>
    </message>
    <message>
        <source>%1: only plain letters, nothing to tell it from others.</source>
        <translation>%1: nur einfache Buchstaben, nichts unterscheidet es von anderen.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n letter(s) such as %2.</source>
        <extracomment>%1 is the name of a character set, %2 some letters such as &quot;ü é&quot;</extracomment>
        <translation>
            <numerusform>%1: %n Buchstabe wie %2.</numerusform>
            <numerusform>%1: %n Buchstaben wie %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: your choice.</source>
        <translation>%1: Ihre Wahl.</translation>
    </message>
    <message numerus="yes">
        <source>%1: all rows agree on %n column(s).</source>
        <translation>
            <numerusform>%1: Alle Zeilen ergeben %n Spalte.</numerusform>
            <numerusform>%1: Alle Zeilen ergeben %n Spalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of the first %3 rows agree on %n column(s).</source>
        <translation>
            <numerusform>%1: %2 der ersten %3 Zeilen ergeben %n Spalte.</numerusform>
            <numerusform>%1: %2 der ersten %3 Zeilen ergeben %n Spalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>One column: nothing divides the rows alike.</source>
        <translation>Eine Spalte: Nichts teilt die Zeilen gleichmäßig.</translation>
    </message>
    <message numerus="yes">
        <source>%1: your choice, %n column(s).</source>
        <translation>
            <numerusform>%1: Ihre Wahl, %n Spalte.</numerusform>
            <numerusform>%1: Ihre Wahl, %n Spalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Quotes are part of the text: they do not go in pairs.</source>
        <translation>Anführungszeichen gehören zum Text: Sie treten nicht paarweise auf.</translation>
    </message>
    <message>
        <source>Cells stand in %1 quotes.</source>
        <translation>Zellen sind in %1 eingeschlossen.</translation>
    </message>
    <message>
        <source>No header: the first row looks like the rows below.</source>
        <translation>Keine Kopfzeile: Die erste Zeile sieht aus wie die Zeilen darunter.</translation>
    </message>
    <message>
        <source>Row %1 names the columns; what stands above looks like a title.</source>
        <translation>Zeile %1 benennt die Spalten; was darüber steht, sieht nach einem Titel aus.</translation>
    </message>
    <message>
        <source>Row %1 names the columns.</source>
        <translation>Zeile %1 benennt die Spalten.</translation>
    </message>
    <message>
        <source>No header: your choice.</source>
        <translation>Keine Kopfzeile: Ihre Wahl.</translation>
    </message>
    <message>
        <source>Row %1 names the columns: your choice.</source>
        <translation>Zeile %1 benennt die Spalten: Ihre Wahl.</translation>
    </message>
    <message>
        <source>Western European (old DOS, 437)</source>
        <translation>Westeuropäisch (altes DOS, 437)</translation>
    </message>
    <message>
        <source>Nordic (old DOS)</source>
        <translation>Nordisch (altes DOS)</translation>
    </message>
    <message>
        <source>Central European (old DOS)</source>
        <translation>Mitteleuropäisch (altes DOS)</translation>
    </message>
    <message>
        <source>Central European (old Macintosh)</source>
        <translation>Mitteleuropäisch (alter Macintosh)</translation>
    </message>
    <message>
        <source>Cyrillic (KOI8-U)</source>
        <translation>Kyrillisch (KOI8-U)</translation>
    </message>
    <message>
        <source>Cyrillic (ISO-8859-5)</source>
        <translation>Kyrillisch (ISO-8859-5)</translation>
    </message>
    <message>
        <source>Cyrillic (old DOS)</source>
        <translation>Kyrillisch (altes DOS)</translation>
    </message>
    <message>
        <source>Cyrillic (old Macintosh)</source>
        <translation>Kyrillisch (alter Macintosh)</translation>
    </message>
    <message>
        <source>Greek (ISO-8859-7)</source>
        <translation>Griechisch (ISO-8859-7)</translation>
    </message>
    <message>
        <source>Greek (old DOS)</source>
        <translation>Griechisch (altes DOS)</translation>
    </message>
    <message>
        <source>Greek (old Macintosh)</source>
        <translation>Griechisch (alter Macintosh)</translation>
    </message>
    <message>
        <source>Turkish (ISO-8859-9)</source>
        <translation>Türkisch (ISO-8859-9)</translation>
    </message>
    <message>
        <source>Turkish (old DOS)</source>
        <translation>Türkisch (altes DOS)</translation>
    </message>
    <message>
        <source>Turkish (old Macintosh)</source>
        <translation>Türkisch (alter Macintosh)</translation>
    </message>
    <message>
        <source>Hebrew (ISO-8859-8)</source>
        <translation>Hebräisch (ISO-8859-8)</translation>
    </message>
    <message>
        <source>Hebrew (old DOS)</source>
        <translation>Hebräisch (altes DOS)</translation>
    </message>
    <message>
        <source>Arabic (ISO-8859-6)</source>
        <translation>Arabisch (ISO-8859-6)</translation>
    </message>
    <message>
        <source>Baltic (ISO-8859-13)</source>
        <translation>Baltisch (ISO-8859-13)</translation>
    </message>
    <message>
        <source>Baltic (ISO-8859-4)</source>
        <translation>Baltisch (ISO-8859-4)</translation>
    </message>
    <message>
        <source>Baltic (old DOS)</source>
        <translation>Baltisch (altes DOS)</translation>
    </message>
    <message>
        <source>Vietnamese (Windows-1258)</source>
        <translation>Vietnamesisch (Windows-1258)</translation>
    </message>
    <message>
        <source>Japanese (ISO-2022-JP)</source>
        <translation>Japanisch (ISO-2022-JP)</translation>
    </message>
    <message>
        <source>Korean (Windows-949)</source>
        <translation>Koreanisch (Windows-949)</translation>
    </message>
    <message>
        <source>A %1 in front of a quote makes it part of the text.</source>
        <translation>Ein %1 vor einem Anführungszeichen macht es zu einem Teil des Textes.</translation>
    </message>
    <message>
        <source>Several spaces in a row count as one gap between columns.</source>
        <translation>Mehrere Leerzeichen hintereinander gelten als ein Abstand zwischen Spalten.</translation>
    </message>
    <message>
        <source>Spaces around values are trimmed: a space follows each delimiter.</source>
        <translation>Leerzeichen um Werte werden entfernt: Hinter jedem Trennzeichen steht eines.</translation>
    </message>
    <message>
        <source>Lines that begin with %1 are comments.</source>
        <translation>Zeilen, die mit %1 beginnen, sind Kommentare.</translation>
    </message>
    <message>
        <source>No header: the first rows look like a title, those below like data.</source>
        <translation>Keine Kopfzeile: Die ersten Zeilen sehen wie ein Titel aus, die darunter wie Daten.</translation>
    </message>
    <message>
        <source>Rows %1 to %2 name the columns together; what stands above looks like a title.</source>
        <translation>Die Zeilen %1 bis %2 benennen zusammen die Spalten; was darüber steht, sieht wie ein Titel aus.</translation>
    </message>
    <message>
        <source>Rows %1 to %2 name the columns together.</source>
        <translation>Die Zeilen %1 bis %2 benennen zusammen die Spalten.</translation>
    </message>
    <message>
        <source>Row %1 is taken for the names of the columns; it could be data as well.</source>
        <translation>Zeile %1 gilt als Kopfzeile; es könnten auch Daten sein.</translation>
    </message>
    <message>
        <source>The last rows look like notes below the table: not imported.</source>
        <translation>Die letzten Zeilen sehen wie Anmerkungen unter der Tabelle aus: nicht importiert.</translation>
    </message>
    <message>
        <source>From row %1 on stand notes below the table: not imported.</source>
        <translation>Ab Zeile %1 stehen Anmerkungen unter der Tabelle: nicht importiert.</translation>
    </message>
    <message>
        <source>The file ends with a totals line: not imported.</source>
        <translation>Die Datei endet mit einer Summenzeile: nicht importiert.</translation>
    </message>
    <message>
        <source>Row %1 looks like a totals line: it and what follows are not imported.</source>
        <translation>Zeile %1 sieht wie eine Summenzeile aus: Sie und was folgt werden nicht importiert.</translation>
    </message>
    <message>
        <source>Another table begins in row %1: it is not imported.</source>
        <translation>In Zeile %1 beginnt eine weitere Tabelle: Sie wird nicht importiert.</translation>
    </message>
</context>
<context>
    <name>rowlift::Dotdigital</name>
    <message>
        <source>New collection</source>
        <translation>Neue Collection</translation>
    </message>
</context>
<context>
    <name>rowlift::Draft</name>
    <message>
        <source>What was begun before cannot be read. Begin again.</source>
        <translation>Was Sie zuvor begonnen haben, ist nicht lesbar. Beginnen Sie neu.</translation>
    </message>
    <message>
        <source>This was begun with a newer version of Rowlift. Open it with that one.</source>
        <translation>Dies wurde mit einer neueren Version von Rowlift begonnen. Öffnen Sie es mit dieser Version.</translation>
    </message>
</context>
<context>
    <name>rowlift::FailedRows</name>
    <message>
        <source>%1 (failed rows)</source>
        <extracomment>Name of a file</extracomment>
        <translation>%1 (fehlgeschlagene Zeilen)</translation>
    </message>
</context>
<context>
    <name>rowlift::FileFact</name>
    <message>
        <source>%1 “%2”</source>
        <extracomment>letters of a column and its name</extracomment>
        <translation>%1 „%2“</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>This looks like the result file of an earlier load, in which no row failed.</source>
        <translation>Das sieht wie die Ergebnisdatei eines früheren Imports aus, bei dem keine Zeile fehlschlug.</translation>
    </message>
    <message numerus="yes">
        <source>This looks like the result file of an earlier load, in which %Ln row(s) failed.</source>
        <translation>
            <numerusform>Das sieht wie die Ergebnisdatei eines früheren Imports aus, bei dem %Ln Zeile fehlschlug.</numerusform>
            <numerusform>Das sieht wie die Ergebnisdatei eines früheren Imports aus, bei dem %Ln Zeilen fehlschlugen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column %1: %Ln value(s) of %2 have %3 digits, the rest %4. A spreadsheet program may have removed a leading zero.</source>
        <translation>
            <numerusform>Spalte %1: %Ln Wert von %2 hat %3 Ziffern, die übrigen %4. Ein Tabellenprogramm hat vielleicht eine führende Null entfernt.</numerusform>
            <numerusform>Spalte %1: %Ln Werte von %2 haben %3 Ziffern, die übrigen %4. Ein Tabellenprogramm hat vielleicht eine führende Null entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column %1 has %Ln value(s) like %2: the original number is lost in the file.</source>
        <translation>
            <numerusform>Spalte %1 hat %Ln Wert wie %2: Die ursprüngliche Zahl ist in der Datei verloren.</numerusform>
            <numerusform>Spalte %1 hat %Ln Werte wie %2: Die ursprüngliche Zahl ist in der Datei verloren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column %1 has %Ln long number(s) that end in zeros, like %2. A spreadsheet program keeps only 15 digits: the last ones may be lost.</source>
        <translation>
            <numerusform>Spalte %1 hat %Ln lange Zahl, die auf Nullen endet, wie %2. Ein Tabellenprogramm behält nur 15 Ziffern: Die letzten sind vielleicht verloren.</numerusform>
            <numerusform>Spalte %1 hat %Ln lange Zahlen, die auf Nullen enden, wie %2. Ein Tabellenprogramm behält nur 15 Ziffern: Die letzten sind vielleicht verloren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column %1 has %Ln value(s) like “%2” among its codes. A spreadsheet program may have turned them into dates.</source>
        <translation>
            <numerusform>Spalte %1 hat unter ihren Codes %Ln Wert wie „%2“. Ein Tabellenprogramm hat daraus vielleicht ein Datum gemacht.</numerusform>
            <numerusform>Spalte %1 hat unter ihren Codes %Ln Werte wie „%2“. Ein Tabellenprogramm hat daraus vielleicht Daten gemacht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column %1 has %Ln value(s) like “%2”: letters were lost before this file was saved.</source>
        <translation>
            <numerusform>Spalte %1 hat %Ln Wert wie „%2“: Buchstaben gingen verloren, bevor diese Datei gespeichert wurde.</numerusform>
            <numerusform>Spalte %1 hat %Ln Werte wie „%2“: Buchstaben gingen verloren, bevor diese Datei gespeichert wurde.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column %1 has %Ln value(s) that are an error of a spreadsheet program, like %2.</source>
        <translation>
            <numerusform>Spalte %1 hat %Ln Wert, der ein Fehler eines Tabellenprogramms ist, wie %2.</numerusform>
            <numerusform>Spalte %1 hat %Ln Werte, die Fehler eines Tabellenprogramms sind, wie %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column %1 has letters that were garbled before this file was saved, like “%2” (%Ln row(s)).</source>
        <translation>
            <numerusform>Spalte %1 hat Buchstaben, die verstümmelt wurden, bevor diese Datei gespeichert wurde, wie „%2“ (%Ln Zeile).</numerusform>
            <numerusform>Spalte %1 hat Buchstaben, die verstümmelt wurden, bevor diese Datei gespeichert wurde, wie „%2“ (%Ln Zeilen).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have letters that were garbled before this file was saved, like “%1”.</source>
        <translation>
            <numerusform>%Ln Zeile hat Buchstaben, die verstümmelt wurden, bevor diese Datei gespeichert wurde, wie „%1“.</numerusform>
            <numerusform>%Ln Zeilen haben Buchstaben, die verstümmelt wurden, bevor diese Datei gespeichert wurde, wie „%1“.</numerusform>
        </translation>
    </message>
    <message>
        <source>The column names stand once more between the rows (%1). Several files may have been joined.</source>
        <translation>Die Spaltennamen stehen noch einmal zwischen den Zeilen (%1). Vielleicht wurden mehrere Dateien zusammengefügt.</translation>
    </message>
    <message>
        <source>The file seems to end with a line of totals (%1): “%2”.</source>
        <translation>Die Datei endet wohl mit einer Summenzeile (%1): „%2“.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) stand below the table and are not imported: “%1”.</source>
        <translation>
            <numerusform>%Ln Zeile steht unter der Tabelle und wird nicht importiert: „%1“.</numerusform>
            <numerusform>%Ln Zeilen stehen unter der Tabelle und werden nicht importiert: „%1“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have a word where a cell may be meant to be blank, like “%1”.</source>
        <translation>
            <numerusform>%Ln Zeile hat ein Wort, wo eine Zelle vielleicht leer sein soll, wie „%1“.</numerusform>
            <numerusform>%Ln Zeilen haben ein Wort, wo eine Zelle vielleicht leer sein soll, wie „%1“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln comment line(s) are not imported.</source>
        <translation>
            <numerusform>%Ln Kommentarzeile wird nicht importiert.</numerusform>
            <numerusform>%Ln Kommentarzeilen werden nicht importiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines end in different ways. All of them are read.</source>
        <translation>Zeilen enden auf verschiedene Weise. Alle werden gelesen.</translation>
    </message>
    <message>
        <source>The file begins with a byte order mark, which is no part of the first name.</source>
        <translation>Die Datei beginnt mit einer Byte-Order-Mark; sie ist kein Teil des ersten Namens.</translation>
    </message>
</context>
<context>
    <name>rowlift::FileKind</name>
    <message>
        <source>This is an Excel workbook. Open it in Excel or LibreOffice and save it as CSV UTF-8.</source>
        <translation>Dies ist eine Excel-Arbeitsmappe. Öffnen Sie sie in Excel oder LibreOffice und speichern Sie sie als CSV UTF-8.</translation>
    </message>
    <message>
        <source>This is a LibreOffice workbook. Open it in LibreOffice and save it as CSV UTF-8.</source>
        <translation>Dies ist eine LibreOffice-Arbeitsmappe. Öffnen Sie sie in LibreOffice und speichern Sie sie als CSV UTF-8.</translation>
    </message>
    <message>
        <source>This is a packed folder (ZIP), not a spreadsheet. Unpack it first and choose a file from it.</source>
        <translation>Dies ist ein gepackter Ordner (ZIP), keine Tabelle. Entpacken Sie ihn zuerst und wählen Sie dann eine Datei daraus.</translation>
    </message>
    <message>
        <source>This is a picture (%1), not a spreadsheet. Choose the file that the picture was made from.</source>
        <translation>Dies ist ein Bild (%1), keine Tabelle. Wählen Sie die Datei, aus der das Bild entstanden ist.</translation>
    </message>
    <message>
        <source>This is a PDF, not a spreadsheet. Ask for the table itself as an Excel or CSV file.</source>
        <translation>Dies ist ein PDF, keine Tabelle. Bitten Sie um die Tabelle selbst als Excel- oder CSV-Datei.</translation>
    </message>
    <message>
        <source>This is an old Excel workbook (.xls). Open it in Excel or LibreOffice and save it as CSV UTF-8.</source>
        <translation>Dies ist eine alte Excel-Arbeitsmappe (.xls). Öffnen Sie sie in Excel oder LibreOffice und speichern Sie sie als CSV UTF-8.</translation>
    </message>
    <message>
        <source>This file is packed (%1). Unpack it first and choose the file from it.</source>
        <translation>Diese Datei ist gepackt (%1). Entpacken Sie sie zuerst und wählen Sie dann die Datei daraus.</translation>
    </message>
    <message>
        <source>This is a web page, not a spreadsheet. Open it in Excel or LibreOffice and save it as CSV UTF-8, or download the file again.</source>
        <translation>Dies ist eine Webseite, keine Tabelle. Öffnen Sie sie in Excel oder LibreOffice und speichern Sie sie als CSV UTF-8, oder laden Sie die Datei noch einmal herunter.</translation>
    </message>
    <message>
        <source>This is a text document (RTF), not a spreadsheet. Copy the table into Excel or LibreOffice and save it as CSV UTF-8.</source>
        <translation>Dies ist ein Textdokument (RTF), keine Tabelle. Kopieren Sie die Tabelle nach Excel oder LibreOffice und speichern Sie sie als CSV UTF-8.</translation>
    </message>
    <message>
        <source>This is a database (%1), not a spreadsheet. Export the table from it as CSV UTF-8.</source>
        <translation>Dies ist eine Datenbank (%1), keine Tabelle. Exportieren Sie die Tabelle daraus als CSV UTF-8.</translation>
    </message>
    <message>
        <source>This file is empty. Choose another file.</source>
        <translation>Diese Datei ist leer. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>This is not a text file. Choose a spreadsheet saved as CSV UTF-8.</source>
        <translation>Dies ist keine Textdatei. Wählen Sie eine Tabelle, die als CSV UTF-8 gespeichert ist.</translation>
    </message>
</context>
<context>
    <name>rowlift::FileNotes</name>
    <message>
        <source>Your answer could not be kept for the next time. Check that there is room on the disk.</source>
        <translation>Ihre Antwort konnte nicht für das nächste Mal behalten werden. Prüfen Sie, ob auf der Festplatte Platz ist.</translation>
    </message>
</context>
<context>
    <name>rowlift::FileSource</name>
    <message>
        <source>There is no file “%1”. Check the name, or choose the file again.</source>
        <translation>Es gibt keine Datei „%1“. Prüfen Sie den Namen oder wählen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>“%1” may not be read. It may be open in another program or belong to somebody else: close it there, or work with a copy.</source>
        <translation>„%1“ darf nicht gelesen werden. Vielleicht ist die Datei in einem anderen Programm geöffnet oder gehört jemand anderem: Schließen Sie sie dort oder arbeiten Sie mit einer Kopie.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Choose a file in it.</source>
        <translation>„%1“ ist ein Ordner. Wählen Sie eine Datei darin.</translation>
    </message>
    <message>
        <source>“%1” is no ordinary file. Choose a file.</source>
        <translation>„%1“ ist keine gewöhnliche Datei. Wählen Sie eine Datei.</translation>
    </message>
    <message>
        <source>“%1” cannot be read any more. Check that the drive is connected and the file is still there.</source>
        <translation>„%1“ ist nicht mehr lesbar. Prüfen Sie, ob das Laufwerk verbunden und die Datei noch da ist.</translation>
    </message>
</context>
<context>
    <name>rowlift::FileTrouble</name>
    <message>
        <source>The copy cannot be written to “%1”. Check that there is room.</source>
        <translation>Die Kopie lässt sich nicht nach „%1“ schreiben. Prüfen Sie, ob Platz ist.</translation>
    </message>
</context>
<context>
    <name>rowlift::FoundIds</name>
    <message>
        <source>The records of these rows have to be looked up first.</source>
        <translation>Die Datensätze dieser Zeilen müssen erst nachgeschlagen werden.</translation>
    </message>
    <message>
        <source>Since the records were looked up, the file, the column or the account has changed. Look them up again.</source>
        <translation>Seit die Datensätze nachgeschlagen wurden, hat sich die Datei, die Spalte oder das Konto geändert. Schlagen Sie sie noch einmal nach.</translation>
    </message>
    <message>
        <source>What the look-up has found was damaged on the disk. Look the records up again.</source>
        <translation>Was das Nachschlagen gefunden hat, wurde auf der Festplatte beschädigt. Schlagen Sie die Datensätze noch einmal nach.</translation>
    </message>
    <message>
        <source>“%1” could not be written. Is there room?</source>
        <translation>„%1“ konnte nicht geschrieben werden. Ist dort Platz?</translation>
    </message>
    <message>
        <source>What the look-up has found cannot be read from the disk.</source>
        <translation>Was beim Nachschlagen gefunden wurde, kann nicht von der Festplatte gelesen werden.</translation>
    </message>
    <message>
        <source>The service gave a record an ID that is none.</source>
        <translation>Der Dienst hat einem Datensatz eine ID gegeben, die keine ist.</translation>
    </message>
</context>
<context>
    <name>rowlift::Http</name>
    <message>
        <source>The answer from %1 makes no sense. Something between it and this computer may have changed it.</source>
        <translation>Die Antwort von %1 ist unverständlich. Etwas zwischen %1 und diesem Computer hat sie vielleicht verändert.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The connection to %1 broke off before its answer had come.</source>
        <translation>Die Verbindung zu %1 brach ab, bevor die Antwort da war.</translation>
    </message>
    <message>
        <source>Could not reach %1. It takes no connections at the moment.</source>
        <translation>%1 ist nicht erreichbar. Dort werden gerade keine Verbindungen angenommen.</translation>
    </message>
    <message>
        <source>Could not reach %1. There is no such address, or this computer is offline.</source>
        <translation>%1 ist nicht erreichbar. Die Adresse gibt es nicht, oder dieser Computer ist nicht mit dem Internet verbunden.</translation>
    </message>
    <message>
        <source>Could not reach %1. No secure connection came about: check the address and this computer&apos;s date.</source>
        <translation>%1 ist nicht erreichbar. Es kam keine sichere Verbindung zustande: Prüfen Sie die Adresse und das Datum dieses Computers.</translation>
    </message>
    <message>
        <source>Could not reach %1. The proxy did not let the connection through: check its settings.</source>
        <translation>%1 ist nicht erreichbar. Der Proxy hat die Verbindung nicht durchgelassen: Prüfen Sie seine Einstellungen.</translation>
    </message>
    <message>
        <source>Could not reach %1. Check the internet connection.</source>
        <translation>%1 ist nicht erreichbar. Prüfen Sie die Internetverbindung.</translation>
    </message>
    <message>
        <source>The file %1 could not be read or written. Check the disk.</source>
        <translation>Die Datei %1 konnte nicht gelesen oder geschrieben werden. Prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>The answer from %1 is far larger than it should be. Check the address.</source>
        <translation>Die Antwort von %1 ist viel größer, als sie sein sollte. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>Nothing was sent to %1: a setting for it has characters that cannot be part of a request.</source>
        <translation>An %1 wurde nichts gesendet: Eine Einstellung dafür hat Zeichen, die nicht Teil einer Anfrage sein können.</translation>
    </message>
</context>
<context>
    <name>rowlift::KeptCredentials</name>
    <message>
        <source>The secret of “%1” is not known on this computer, or its keychain is locked. Unlock it, or enter the secret again.</source>
        <translation>Das Geheimnis von „%1“ ist auf diesem Computer nicht bekannt, oder der Schlüsselbund ist gesperrt. Entsperren Sie ihn, oder geben Sie das Geheimnis neu ein.</translation>
    </message>
    <message>
        <source>“%1” signs in in a way that this Rowlift does not know. Use a newer one, or add the account again.</source>
        <translation>„%1“ meldet sich auf eine Art an, die diese Version von Rowlift nicht kennt. Benutzen Sie eine neuere oder fügen Sie das Konto noch einmal hinzu.</translation>
    </message>
</context>
<context>
    <name>rowlift::KeptFiles</name>
    <message>
        <source>The folder “%1” cannot be written. Is there room, and may you write there?</source>
        <translation>In den Ordner „%1“ lässt sich nicht schreiben. Ist Platz, und dürfen Sie dort schreiben?</translation>
    </message>
</context>
<context>
    <name>rowlift::Ledger</name>
    <message>
        <source>The folder for the record of this import could not be made. Check that there is room on the disk and that you may write there.</source>
        <translation>Der Ordner für das Protokoll dieses Imports konnte nicht angelegt werden. Prüfen Sie, ob auf dem Datenträger Platz ist und ob Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>The record of this import cannot be read. It is left as it is.</source>
        <translation>Das Protokoll dieses Imports ist nicht lesbar. Es bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>This import is running in another window.</source>
        <translation>Dieser Import läuft in einem anderen Fenster.</translation>
    </message>
    <message>
        <source>The record of this import could not be written. Check that there is room on the disk, then continue the import.</source>
        <translation>Das Protokoll dieses Imports konnte nicht geschrieben werden. Prüfen Sie, ob auf dem Datenträger Platz ist, und setzen Sie den Import dann fort.</translation>
    </message>
    <message>
        <source>No rows are left that could be sent once more.</source>
        <translation>Es gibt keine Zeilen mehr, die noch einmal gesendet werden könnten.</translation>
    </message>
    <message>
        <source>Part %1 is still on its way. Let the import come to its end first.</source>
        <translation>Teil %1 ist noch unterwegs. Lassen Sie den Import erst zu Ende kommen.</translation>
    </message>
    <message>
        <source>Rowlift&apos;s record of this import does not add up, so nothing was written to it. This is a mistake of Rowlift; please report it.</source>
        <translation>Die Aufzeichnung dieses Imports geht nicht auf; deshalb wurde nichts hineingeschrieben. Das ist ein Fehler von Rowlift; bitte melden Sie ihn.</translation>
    </message>
    <message>
        <source>What became of part %1 is known meanwhile.</source>
        <translation>Was aus Teil %1 wurde, ist inzwischen bekannt.</translation>
    </message>
    <message>
        <source>No room to keep the record of this import on %1. Free space, then continue.</source>
        <translation>Auf %1 ist kein Platz für die Aufzeichnung dieses Imports. Schaffen Sie Platz, dann setzen Sie fort.</translation>
    </message>
    <message>
        <source>The record of this import could not be read just now. Check the disk, then try again.</source>
        <translation>Die Aufzeichnung dieses Imports ließ sich gerade nicht lesen. Prüfen Sie die Platte, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This import was made with a newer version of Rowlift. Open it with that one. It is left as it is.</source>
        <translation>Dieser Import wurde mit einer neueren Version von Rowlift gemacht. Öffnen Sie ihn mit jener. Er bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>This import is open on the computer “%1” (process %2). If it is not any more, remove the file “%3” and try again.</source>
        <translation>Dieser Import ist auf dem Computer „%1“ geöffnet (Prozess %2). Wenn das nicht mehr stimmt, entfernen Sie die Datei „%3“ und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>rowlift::Main</name>
    <message>
        <source>light, dark or high-contrast; absent: as the system has it.</source>
        <translation>light (hell), dark (dunkel) oder high-contrast (hoher Kontrast); ohne Angabe wie im System.</translation>
    </message>
    <message>
        <source>--theme takes light, dark or high-contrast.</source>
        <translation>--theme verlangt light, dark oder high-contrast.</translation>
    </message>
    <message>
        <source>Drives the window through the sample import and saves a picture of each page.</source>
        <translation>Führt das Fenster durch den Beispielimport und speichert von jeder Seite ein Bild.</translation>
    </message>
    <message>
        <source>Where pictures and reports go.</source>
        <translation>Wohin Bilder und Berichte kommen.</translation>
    </message>
    <message>
        <source>The spreadsheet to open.</source>
        <translation>Die Tabellendatei, die geöffnet wird.</translation>
    </message>
    <message>
        <source>With the practice account and the sample file.</source>
        <translation>Mit dem Übungskonto und der Beispieldatei.</translation>
    </message>
    <message>
        <source>The window opens one file. “rowlift --help” tells the commands.</source>
        <translation>Das Fenster öffnet eine Datei. „rowlift --help“ nennt die Befehle.</translation>
    </message>
</context>
<context>
    <name>rowlift::Mapping</name>
    <message>
        <source>This mapping names the column “%1” more than once.</source>
        <translation>Diese Zuordnung nennt die Spalte „%1“ mehrfach.</translation>
    </message>
    <message>
        <source>This mapping gives the field “%1” more than once.</source>
        <translation>Diese Zuordnung belegt das Feld „%1“ mehrfach.</translation>
    </message>
</context>
<context>
    <name>rowlift::NamedRows</name>
    <message numerus="yes">
        <source>The service counts %Ln failed row(s), and names %1.</source>
        <translation>
            <numerusform>Der Dienst zählt %Ln gescheiterte Zeile und nennt %1.</numerusform>
            <numerusform>Der Dienst zählt %Ln gescheiterte Zeilen und nennt %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service counts %Ln row(s) with a warning, and names %1.</source>
        <translation>
            <numerusform>Der Dienst zählt %Ln Zeile mit Warnung und nennt %1.</numerusform>
            <numerusform>Der Dienst zählt %Ln Zeilen mit Warnung und nennt %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service counts %Ln row(s) as in; by what was sent there should be %1.</source>
        <translation>
            <numerusform>Der Dienst zählt %Ln Zeile als drin; nach dem, was gesendet wurde, sollten es %1 sein.</numerusform>
            <numerusform>Der Dienst zählt %Ln Zeilen als drin; nach dem, was gesendet wurde, sollten es %1 sein.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So nobody can tell of %Ln row(s) whether they are in.</source>
        <translation>
            <numerusform>Darum kann von %Ln Zeile niemand sagen, ob sie drin ist.</numerusform>
            <numerusform>Darum kann von %Ln Zeilen niemand sagen, ob sie drin sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service counts %Ln failed record(s), and names %1.</source>
        <translation>
            <numerusform>Der Dienst zählt %Ln gescheiterten Datensatz und nennt %1.</numerusform>
            <numerusform>Der Dienst zählt %Ln gescheiterte Datensätze und nennt %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service counts %Ln record(s) with a warning, and names %1.</source>
        <translation>
            <numerusform>Der Dienst zählt %Ln Datensatz mit Warnung und nennt %1.</numerusform>
            <numerusform>Der Dienst zählt %Ln Datensätze mit Warnung und nennt %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service counts %Ln record(s) as in; by what was sent there should be %1.</source>
        <translation>
            <numerusform>Der Dienst zählt %Ln Datensatz als drin; nach dem, was gesendet wurde, müssten es %1 sein.</numerusform>
            <numerusform>Der Dienst zählt %Ln Datensätze als drin; nach dem, was gesendet wurde, müssten es %1 sein.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So nobody can tell of %Ln record(s) whether they are in.</source>
        <translation>
            <numerusform>Darum kann niemand von %Ln Datensatz sagen, ob er drin ist.</numerusform>
            <numerusform>Darum kann niemand von %Ln Datensätzen sagen, ob sie drin sind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::Outcome</name>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>in</source>
        <translation>angekommen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>not processed</source>
        <translation>nicht bearbeitet</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>rowlift::Overtaken</name>
    <message>
        <source>Nothing was sent: later rows of the same records are in, or may be, and what they brought would be undone.</source>
        <translation>Es wurde nichts gesendet: Spätere Zeilen derselben Datensätze sind drin oder könnten es sein, und was sie brachten, würde rückgängig gemacht.</translation>
    </message>
</context>
<context>
    <name>rowlift::PartFile</name>
    <message>
        <source>“%1” could not be written. Is there room?</source>
        <translation>„%1“ konnte nicht geschrieben werden. Ist dort Platz?</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>„%1“ konnte nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>rowlift::PartPlanner</name>
    <message>
        <source>There is no room to prepare the next part of this import. Free some space on the disk, then continue. Nothing of this part was sent.</source>
        <translation>Der Platz reicht nicht, um den nächsten Teil dieses Imports vorzubereiten. Schaffen Sie Platz auf dem Datenträger und setzen Sie dann fort. Von diesem Teil wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Part %1 of this import is no longer on the disk and cannot be made again from the file. Its rows stay as they stand.</source>
        <translation>Teil %1 dieses Imports ist nicht mehr auf dem Datenträger und kann aus der Datei nicht neu erstellt werden. Seine Zeilen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The row is larger than the service takes at once</source>
        <translation>Die Zeile ist größer, als der Dienst auf einmal annimmt</translation>
    </message>
    <message>
        <source>The record that these rows form is larger than the service takes at once</source>
        <translation>Der Datensatz, den diese Zeilen bilden, ist größer, als der Dienst auf einmal nimmt</translation>
    </message>
</context>
<context>
    <name>rowlift::PartQueue</name>
    <message>
        <source>Nobody can tell whether part %1 arrived, and rows of the same records may only follow it. Decide about that part first.</source>
        <translation>Niemand kann sagen, ob Teil %1 angekommen ist, und Zeilen derselben Datensätze dürfen ihm nur folgen. Entscheiden Sie zuerst über diesen Teil.</translation>
    </message>
</context>
<context>
    <name>rowlift::PartWalk</name>
    <message>
        <source>Results of part %1 are missing. They are fetched again.</source>
        <translation>Ergebnisse von Teil %1 fehlen. Sie werden noch einmal geholt.</translation>
    </message>
    <message>
        <source>What the service says of part %1 does not fit the record of this import, so it is left as it is.</source>
        <translation>Was der Dienst über Teil %1 sagt, passt nicht zur Aufzeichnung dieses Imports; deshalb bleibt er, wie er ist.</translation>
    </message>
    <message>
        <source>The service was told to begin with part %1, and has not heard it. It is told again.</source>
        <translation>Dem Dienst wurde gesagt, er solle mit Teil %1 beginnen, und er hat es nicht gehört. Es wird ihm noch einmal gesagt.</translation>
    </message>
    <message>
        <source>The service has given the results of some rows only. They can be asked for again later.</source>
        <translation>Der Dienst hat nur von manchen Zeilen die Ergebnisse gegeben. Sie lassen sich später noch einmal holen.</translation>
    </message>
    <message>
        <source>The service has taken nothing of part %1 and does not say why. Nothing of it was sent again.</source>
        <translation>Der Dienst hat von Teil %1 nichts angenommen und sagt nicht, warum. Es wurde nichts davon noch einmal gesendet.</translation>
    </message>
    <message>
        <source>What is there now cannot be copied before part %1 is sent, so it was not sent.</source>
        <translation>Was jetzt da ist, kann vor dem Senden von Teil %1 nicht kopiert werden; deshalb wurde er nicht gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>The service does not know this part any more: it tells what became of one for %n day(s) only.</source>
        <translation>
            <numerusform>Der Dienst kennt diesen Teil nicht mehr: Was aus einem Teil wurde, sagt er nur %n Tag lang.</numerusform>
            <numerusform>Der Dienst kennt diesen Teil nicht mehr: Was aus einem Teil wurde, sagt er nur %n Tage lang.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all rows of part %1 that have failed are named yet. The results are fetched again.</source>
        <translation>Noch sind nicht alle gescheiterten Zeilen von Teil %1 genannt. Die Ergebnisse werden noch einmal abgeholt.</translation>
    </message>
</context>
<context>
    <name>rowlift::PastedCells</name>
    <message>
        <source>The pasted cells could not be kept in a file. Is there room?</source>
        <translation>Die eingefügten Zellen konnten nicht in einer Datei behalten werden. Ist Platz?</translation>
    </message>
    <message>
        <source>There are no cells to paste. Copy them first.</source>
        <translation>Es gibt keine Zellen zum Einfügen. Kopieren Sie sie zuerst.</translation>
    </message>
    <message numerus="yes">
        <source>Pasted cells (%n row(s))</source>
        <translation>
            <numerusform>Eingefügte Zellen (%n Zeile)</numerusform>
            <numerusform>Eingefügte Zellen (%n Zeilen)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::PracticeHost</name>
    <message>
        <source>The practice services could not be started. Try again, or start Rowlift anew.</source>
        <translation>Die Übungsdienste konnten nicht gestartet werden. Versuchen Sie es noch einmal oder starten Sie Rowlift neu.</translation>
    </message>
</context>
<context>
    <name>rowlift::Profile</name>
    <message>
        <source>This is no mapping profile of Rowlift, or it is damaged.</source>
        <translation>Dies ist kein Zuordnungsprofil von Rowlift, oder es ist beschädigt.</translation>
    </message>
    <message>
        <source>This profile was made with a newer version of Rowlift. Use that version to open it.</source>
        <translation>Dieses Profil wurde mit einer neueren Version von Rowlift erstellt. Öffnen Sie es mit dieser Version.</translation>
    </message>
    <message>
        <source>The profile “%1” cannot be opened.</source>
        <translation>Das Profil „%1“ lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>“%1” is too large to be a mapping profile.</source>
        <translation>„%1“ ist zu groß für ein Zuordnungsprofil.</translation>
    </message>
    <message>
        <source>The profile “%1” could not be saved. Is there room, and may you write to %2?</source>
        <translation>Das Profil „%1“ konnte nicht gespeichert werden. Ist dort Platz, und dürfen Sie in %2 schreiben?</translation>
    </message>
    <message>
        <source>This profile does not say what to do with the rows, or in a way that this version of Rowlift does not know.</source>
        <translation>Dieses Profil sagt nicht, was mit den Zeilen geschehen soll, oder auf eine Weise, die diese Version von Rowlift nicht kennt.</translation>
    </message>
    <message>
        <source>There is a profile “%1” already that this version of Rowlift cannot read. It was left as it is; choose another name.</source>
        <translation>Es gibt schon ein Profil „%1“, das diese Version von Rowlift nicht lesen kann. Es bleibt, wie es ist; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The profile “%1” is kept in a file of the same name. Choose another name for this one.</source>
        <translation>Das Profil „%1“ liegt in einer Datei mit demselben Namen. Wählen Sie für dieses einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>rowlift::Properties</name>
    <message>
        <source>“%1” and “%2” cannot both be in a record: one would stand in the place of the other. Rename one of them.</source>
        <translation>„%1“ und „%2“ können nicht beide in einem Datensatz sein: Eines stünde an der Stelle des anderen. Benennen Sie eines um.</translation>
    </message>
    <message>
        <source>“%1” and “%2” differ only in “-” and “_”, which are the same there. Rename one of them.</source>
        <translation>„%1“ und „%2“ unterscheiden sich nur in „-“ und „_“, die dort gleich sind. Benennen Sie eines um.</translation>
    </message>
    <message>
        <source>“%1” would be a list in a list, which cannot be. Choose another type for it.</source>
        <translation>„%1“ wäre eine Liste in einer Liste, das geht nicht. Wählen Sie einen anderen Typ.</translation>
    </message>
    <message>
        <source>“%1” is in another list than “%2”, to which the rows of a record go.</source>
        <translation>„%1“ ist in einer anderen Liste als „%2“, in die die Zeilen eines Datensatzes gehen.</translation>
    </message>
    <message>
        <source>“%1” has an entry for each row of a record, but each row is a record of its own.</source>
        <translation>„%1“ hat einen Eintrag je Zeile eines Datensatzes, aber jede Zeile ist ein eigener Datensatz.</translation>
    </message>
    <message>
        <source>“%1” is not the name of a property. Dots make groups: “address.city”.</source>
        <translation>„%1“ ist kein Name einer Eigenschaft. Punkte machen Gruppen: „address.city“.</translation>
    </message>
    <message>
        <source>“%1” is not the name of a property: letters from A to Z, digits, “_” and “-” are allowed, and a letter or “_” comes first.</source>
        <translation>„%1“ ist kein Name einer Eigenschaft: Erlaubt sind Buchstaben von A bis Z, Ziffern, „_“ und „-“, vorn ein Buchstabe oder „_“.</translation>
    </message>
    <message>
        <source>The name of a property has at most %1 characters.</source>
        <translation>Der Name einer Eigenschaft hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>Nothing goes to the list “%1”: of the rows of a record, only the first one would be sent.</source>
        <translation>Nichts geht in die Liste „%1“: Von den Zeilen eines Datensatzes würde nur die erste gesendet.</translation>
    </message>
    <message>
        <source>“%2” does not go with “%1”, which records there have. Choose another name for it.</source>
        <translation>„%2“ geht nicht zusammen mit „%1“, das Datensätze dort haben. Wählen Sie einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>rowlift::RecordLookUp</name>
    <message>
        <source>No column goes to %1, by which records are found.</source>
        <translation>Keine Spalte geht in %1, wonach die Datensätze gefunden werden.</translation>
    </message>
    <message>
        <source>By “%1” nothing can be looked up.</source>
        <translation>Über „%1“ lässt sich nichts nachschlagen.</translation>
    </message>
</context>
<context>
    <name>rowlift::Report</name>
    <message>
        <source>Rowlift row</source>
        <translation>Rowlift Zeile</translation>
    </message>
    <message>
        <source>Rowlift result</source>
        <translation>Rowlift Ergebnis</translation>
    </message>
    <message>
        <source>Rowlift reason</source>
        <translation>Rowlift Grund</translation>
    </message>
    <message>
        <source>Rowlift details</source>
        <translation>Rowlift Details</translation>
    </message>
    <message>
        <source>Rowlift code</source>
        <translation>Rowlift Code</translation>
    </message>
    <message>
        <source>Rowlift record id</source>
        <translation>Rowlift Datensatz-ID</translation>
    </message>
    <message>
        <source>The report could not be saved as “%1”. Choose another folder.</source>
        <translation>Der Bericht konnte nicht als „%1“ gespeichert werden. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Failed rows</source>
        <translation>Fehlgeschlagene Zeilen</translation>
    </message>
    <message>
        <source>Left-out rows</source>
        <translation>Ausgelassene Zeilen</translation>
    </message>
    <message>
        <source>All rows with results</source>
        <translation>Alle Zeilen mit Ergebnissen</translation>
    </message>
    <message>
        <source>%1 - %2.csv</source>
        <extracomment>File name: %1 the imported file&apos;s name, %2 &quot;failed rows&quot;</extracomment>
        <translation>%1 - %2.csv</translation>
    </message>
    <message>
        <source>“%1” is the imported file itself, which stays as it is. Choose another name.</source>
        <translation>„%1“ ist die importierte Datei selbst, und die bleibt, wie sie ist. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was das bedeutet</translation>
    </message>
    <message>
        <source>The row is left out</source>
        <translation>Die Zeile wird ausgelassen</translation>
    </message>
    <message>
        <source>Heads-up</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>“%1” is gone, or is not the file that was imported any more. So the report names rows by their number, without their cells, and rows that were not sent are not in it.</source>
        <translation>„%1“ ist weg oder nicht mehr die Datei, die importiert wurde. Deshalb nennt der Bericht Zeilen mit ihrer Nummer, ohne ihre Zellen, und nicht gesendete Zeilen fehlen darin.</translation>
    </message>
    <message>
        <source>Nobody can tell whether they arrived</source>
        <translation>Niemand kann sagen, ob sie angekommen sind</translation>
    </message>
    <message>
        <source>%1 (existing record %2)</source>
        <translation>%1 (vorhandener Datensatz %2)</translation>
    </message>
    <message>
        <source>%1 (record %2)</source>
        <extracomment>%1 the service&apos;s own words, %2 a record id</extracomment>
        <translation>%1 (Datensatz %2)</translation>
    </message>
    <message>
        <source>Rows with warnings</source>
        <translation>Zeilen mit Warnungen</translation>
    </message>
    <message>
        <source>Nobody can tell whether it arrived</source>
        <translation>Niemand kann sagen, ob sie angekommen ist</translation>
    </message>
</context>
<context>
    <name>rowlift::RowMatcher</name>
    <message>
        <source>A part of this import on the disk is not as it was written. The results of its rows stay at the service.</source>
        <translation>Ein Teil dieses Imports liegt auf dem Datenträger nicht mehr so vor, wie er geschrieben wurde. Die Ergebnisse seiner Zeilen bleiben beim Dienst.</translation>
    </message>
</context>
<context>
    <name>rowlift::RowReader</name>
    <message>
        <source>Row %L1 is far too long for a row, so this is probably not a table. Check that you chose the right file.</source>
        <translation>Zeile %L1 ist viel zu lang für eine Zeile, dies ist also wohl keine Tabelle. Prüfen Sie, ob es die richtige Datei ist.</translation>
    </message>
</context>
<context>
    <name>rowlift::RunEnd</name>
    <message>
        <source>The numbers of this import do not add up, so do not rely on them. Keep its folder “%1” and report this.</source>
        <translation>Die Zahlen dieses Imports gehen nicht auf; verlassen Sie sich nicht darauf. Heben Sie den Ordner „%1“ auf und melden Sie es.</translation>
    </message>
</context>
<context>
    <name>rowlift::RunKinds</name>
    <message>
        <source>This version of Rowlift cannot go on with this import.</source>
        <translation>Diese Version von Rowlift kann diesen Import nicht fortsetzen.</translation>
    </message>
</context>
<context>
    <name>rowlift::RunSource</name>
    <message>
        <source>“%1” changed since this import was started, so no more rows of it are sent. What became of those sent so far stays on record.</source>
        <translation>„%1“ hat sich geändert, seit dieser Import begann; deshalb werden keine weiteren Zeilen daraus gesendet. Was aus den gesendeten wurde, bleibt aufgezeichnet.</translation>
    </message>
    <message>
        <source>“%1” is gone or cannot be read any more, so no more rows of it are sent. What became of those sent so far stays on record.</source>
        <translation>„%1“ ist weg oder lässt sich nicht mehr lesen; deshalb werden keine weiteren Zeilen daraus gesendet. Was aus den gesendeten wurde, bleibt aufgezeichnet.</translation>
    </message>
    <message>
        <source>What the look-up had found for “%1” is gone or damaged, so no more rows of it are sent. What became of those sent so far stays on record.</source>
        <translation>Was das Nachschlagen für „%1“ gefunden hatte, ist weg oder beschädigt; deshalb werden keine weiteren Zeilen daraus gesendet. Was aus den gesendeten wurde, bleibt aufgezeichnet.</translation>
    </message>
</context>
<context>
    <name>rowlift::RunStart</name>
    <message>
        <source>No column goes to %1. Map it first; nothing was sent.</source>
        <translation>Dem Feld %1 ist keine Spalte zugeordnet. Ordnen Sie zuerst eine zu; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>None of the rows can be imported yet. Nothing was sent.</source>
        <translation>Noch kann keine der Zeilen importiert werden. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>%1 cannot do this with a file.</source>
        <translation>%1 kann das mit einer Datei nicht tun.</translation>
    </message>
    <message>
        <source>The file has changed since the records were looked up. Look them up again; nothing was sent.</source>
        <translation>Die Datei hat sich geändert, seit die Datensätze nachgeschlagen wurden. Schlagen Sie sie noch einmal nach; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>This way of sending cannot copy the old values first. Choose another, or go without.</source>
        <translation>Bei dieser Art zu senden können die alten Werte nicht zuerst kopiert werden. Wählen Sie eine andere, oder verzichten Sie darauf.</translation>
    </message>
    <message>
        <source>%1 Nothing was sent.</source>
        <translation>%1 Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>This way of sending cannot set all of the fields that columns go to. Choose another, or leave fields out. Nothing was sent.</source>
        <translation>Auf diese Art zu senden lassen sich nicht alle Felder setzen, denen Spalten zugeordnet sind. Wählen Sie eine andere, oder lassen Sie Felder weg. Nichts wurde gesendet.</translation>
    </message>
</context>
<context>
    <name>rowlift::SecretStore</name>
    <message>
        <source>The keychain of this computer does not answer, so the secret of this account cannot be read. Unlock the keychain, or enter the secret again.</source>
        <translation>Der Schlüsselbund dieses Computers antwortet nicht; das Geheimnis dieses Kontos lässt sich nicht lesen. Entsperren Sie den Schlüsselbund, oder geben Sie das Geheimnis neu ein.</translation>
    </message>
    <message>
        <source>The service changed the secret of this account, but this computer&apos;s keychain did not take the new one. You can go on until you quit Rowlift; then sign in again.</source>
        <translation>Der Dienst hat das Geheimnis dieses Kontos geändert, aber der Schlüsselbund dieses Computers hat das neue nicht angenommen. Sie können weiterarbeiten, bis Sie Rowlift beenden; melden Sie sich danach neu an.</translation>
    </message>
    <message>
        <source>This computer&apos;s keychain does not let the secret of this account go. Unlock it and try again, or open the keychain&apos;s own program and delete the entry of Rowlift there.</source>
        <translation>Der Schlüsselbund dieses Computers gibt das Geheimnis dieses Kontos nicht her. Entsperren Sie ihn und versuchen Sie es noch einmal, oder öffnen Sie das Programm des Schlüsselbunds und löschen Sie dort den Eintrag von Rowlift.</translation>
    </message>
</context>
<context>
    <name>rowlift::Service</name>
    <message>
        <source>Rowlift can sign in to %1, but cannot import into it yet.</source>
        <translation>Rowlift kann sich bei %1 anmelden, aber noch nicht dorthin importieren.</translation>
    </message>
    <message>
        <source>What is there now cannot be copied here.</source>
        <translation>Was jetzt da ist, kann hier nicht kopiert werden.</translation>
    </message>
    <message>
        <source>Records cannot be looked up here.</source>
        <translation>Datensätze können hier nicht nachgeschlagen werden.</translation>
    </message>
    <message>
        <source>The records of this part have no keys.</source>
        <translation>Die Datensätze dieses Teils haben keine Schlüssel.</translation>
    </message>
    <message>
        <source>%1 has no new kinds of records that an import could make.</source>
        <translation>In %1 gibt es keine neuen Arten von Datensätzen, die ein Import anlegen könnte.</translation>
    </message>
</context>
<context>
    <name>rowlift::SessionSource</name>
    <message>
        <source>The service does not accept this sign-in any more. Sign in again with a new token.</source>
        <translation>Der Dienst nimmt diese Anmeldung nicht mehr an. Melden Sie sich mit einem neuen Token an.</translation>
    </message>
</context>
<context>
    <name>rowlift::Settings</name>
    <message>
        <source>The settings could not be kept; they hold until you quit.</source>
        <translation>Die Einstellungen ließen sich nicht aufheben; sie gelten, bis Sie beenden.</translation>
    </message>
</context>
<context>
    <name>rowlift::SourceFile</name>
    <message>
        <source>The file “%1” changed since it was looked at. Read it again.</source>
        <translation>Die Datei „%1“ hat sich geändert, seit sie gelesen wurde. Lesen Sie sie neu.</translation>
    </message>
</context>
<context>
    <name>rowlift::Treatment</name>
    <message>
        <source>This mapping says “%1” of a value, which this version of Rowlift does not know. Without it, other values would be sent.</source>
        <translation>Diese Zuordnung sagt über einen Wert „%1“, was diese Version von Rowlift nicht kennt. Ohne das würden andere Werte gesendet.</translation>
    </message>
    <message>
        <source>This mapping has a member “%1”, which this version of Rowlift does not know. Without it, other values would be sent.</source>
        <translation>Diese Zuordnung hat einen Eintrag „%1“, den diese Version von Rowlift nicht kennt. Ohne ihn würden andere Werte gesendet.</translation>
    </message>
</context>
<context>
    <name>rowlift::Workbook</name>
    <message>
        <source>This Excel workbook is damaged or was not saved to its end. Open it in Excel and save it as .xlsx or CSV UTF-8.</source>
        <translation>Diese Excel-Arbeitsmappe ist beschädigt oder wurde nicht bis zum Ende gespeichert. Öffnen Sie sie in Excel und speichern Sie sie als .xlsx oder CSV UTF-8.</translation>
    </message>
    <message>
        <source>This Excel workbook unpacks to more than a workbook can hold. Open it in Excel and save it as CSV UTF-8.</source>
        <translation>Diese Excel-Arbeitsmappe ergibt entpackt mehr, als eine Arbeitsmappe enthalten kann. Öffnen Sie sie in Excel und speichern Sie sie als CSV UTF-8.</translation>
    </message>
    <message>
        <source>This Excel workbook is protected by a password. Open it in Excel and save it as .xlsx without a password, or as CSV UTF-8.</source>
        <translation>Diese Excel-Arbeitsmappe ist mit einem Kennwort geschützt. Öffnen Sie sie in Excel und speichern Sie sie ohne Kennwort als .xlsx oder als CSV UTF-8.</translation>
    </message>
    <message>
        <source>This is an old Excel workbook (.xls). Open it in Excel and save it as .xlsx or CSV UTF-8.</source>
        <translation>Das ist eine alte Excel-Arbeitsmappe (.xls). Öffnen Sie sie in Excel und speichern Sie sie als .xlsx oder CSV UTF-8.</translation>
    </message>
    <message>
        <source>This is a binary Excel workbook (.xlsb). Open it in Excel and save it as .xlsx or CSV UTF-8.</source>
        <translation>Das ist eine binäre Excel-Arbeitsmappe (.xlsb). Öffnen Sie sie in Excel und speichern Sie sie als .xlsx oder CSV UTF-8.</translation>
    </message>
    <message>
        <source>No sheet of this workbook has any cells. Choose another file.</source>
        <translation>Kein Blatt dieser Arbeitsmappe hat Zellen. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The rows of the workbook could not be kept in a file. Is there room?</source>
        <translation>Die Zeilen der Arbeitsmappe konnten nicht in einer Datei behalten werden. Ist Platz?</translation>
    </message>
    <message>
        <source>“%1” has no sheet “%2”. Choose one that it has.</source>
        <translation>„%1“ hat kein Blatt „%2“. Wählen Sie eines, das es hat.</translation>
    </message>
</context>
<context>
    <name>rowlift::WrittenParts</name>
    <message>
        <source>“%1” is the file itself, which stays as it is. Choose another folder.</source>
        <translation>„%1“ ist die Datei selbst, die bleibt, wie sie ist. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The folder “%1” could not be made.</source>
        <translation>Der Ordner „%1“ konnte nicht angelegt werden.</translation>
    </message>
</context>
<context>
    <name>rowlift::dotdigital::Address</name>
    <message>
        <source>This is no address of Dotdigital. Leave it empty: the region is found by itself.</source>
        <translation>Das ist keine Adresse von Dotdigital. Lassen Sie das Feld leer: Die Region wird von selbst gefunden.</translation>
    </message>
</context>
<context>
    <name>rowlift::dotdigital::Allowance</name>
    <message>
        <source>Calls left this hour</source>
        <translation>Übrige Aufrufe in dieser Stunde</translation>
    </message>
    <message>
        <source>Calls left this minute</source>
        <translation>In dieser Minute übrige Aufrufe</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
</context>
<context>
    <name>rowlift::dotdigital::Api</name>
    <message>
        <source>Dotdigital did not accept the API user or password. Copy both again from Settings → Access → API users.</source>
        <translation>Dotdigital hat den API-Benutzer oder das Passwort nicht angenommen. Kopieren Sie beide neu aus „Settings → Access → API users“.</translation>
    </message>
    <message>
        <source>Dotdigital is being asked too much at the moment. Try again later.</source>
        <translation>Dotdigital wird gerade zu oft gefragt. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>This feature is not part of your Dotdigital account. Ask your administrator.</source>
        <translation>Diese Funktion gehört nicht zu Ihrem Dotdigital-Konto. Fragen Sie Ihre Administration.</translation>
    </message>
    <message>
        <source>Dotdigital does not let this API user in. Ask your administrator whether it may use the API, and of which region the account is.</source>
        <translation>Dotdigital lässt diesen API-Benutzer nicht ein. Fragen Sie Ihre Administration, ob er die API benutzen darf und zu welcher Region das Konto gehört.</translation>
    </message>
    <message>
        <source>Dotdigital has trouble at the moment. Try again in a few minutes.</source>
        <translation>Dotdigital hat gerade eine Störung. Versuchen Sie es in ein paar Minuten noch einmal.</translation>
    </message>
    <message>
        <source>The answer is not like Dotdigital&apos;s. Check the address of the account.</source>
        <translation>Die Antwort sieht nicht nach Dotdigital aus. Prüfen Sie die Adresse des Kontos.</translation>
    </message>
    <message>
        <source>Dotdigital says: %1</source>
        <translation>Dotdigital sagt: %1</translation>
    </message>
    <message>
        <source>%1 Dotdigital says: %2</source>
        <translation>%1 Dotdigital sagt: %2</translation>
    </message>
    <message>
        <source>This part is larger than Dotdigital takes at once. Nothing of it was taken.</source>
        <translation>Dieser Teil ist größer, als Dotdigital auf einmal nimmt. Nichts davon wurde angenommen.</translation>
    </message>
    <message>
        <source>Your Dotdigital has as many collections as it can hold. Nothing was sent: choose one that is there, or delete one in Dotdigital.</source>
        <translation>Ihr Dotdigital hat so viele Collections, wie es fassen kann. Nichts wurde gesendet: Wählen Sie eine vorhandene oder löschen Sie eine in Dotdigital.</translation>
    </message>
    <message>
        <source>Dotdigital answered in a way that Rowlift does not understand.</source>
        <translation>Dotdigital hat in einer Weise geantwortet, die Rowlift nicht versteht.</translation>
    </message>
    <message>
        <source>Dotdigital is at work on as many imports as it takes at a time. Rowlift tries again when one is done.</source>
        <translation>Dotdigital arbeitet schon an so vielen Importen, wie es zugleich nimmt. Rowlift versucht es wieder, wenn einer fertig ist.</translation>
    </message>
    <message>
        <source>Dotdigital could not read what was sent, and took nothing of it.</source>
        <translation>Dotdigital konnte das Gesendete nicht lesen und hat nichts davon angenommen.</translation>
    </message>
    <message>
        <source>Dotdigital does not know this import any more: what became of it cannot be asked.</source>
        <translation>Dotdigital kennt diesen Import nicht mehr: Was daraus wurde, lässt sich nicht mehr fragen.</translation>
    </message>
    <message>
        <source>Dotdigital has no report of this import, or does not have it yet.</source>
        <translation>Dotdigital hat keinen Bericht über diesen Import oder noch keinen.</translation>
    </message>
    <message>
        <source>Dotdigital does not have this collection. Read the list of collections again and choose one.</source>
        <translation>Diese Collection gibt es in Dotdigital nicht. Lesen Sie die Liste der Collections neu und wählen Sie eine.</translation>
    </message>
    <message>
        <source>Dotdigital does not have this record.</source>
        <translation>Diesen Datensatz gibt es in Dotdigital nicht.</translation>
    </message>
    <message>
        <source>Dotdigital does not have this contact.</source>
        <translation>Diesen Kontakt gibt es in Dotdigital nicht.</translation>
    </message>
    <message>
        <source>Dotdigital is out of service for a while. Try again in a few minutes.</source>
        <translation>Dotdigital ist eine Weile außer Betrieb. Versuchen Sie es in einigen Minuten wieder.</translation>
    </message>
    <message>
        <source>Your account has made all the calls that Dotdigital takes in an hour. They come back bit by bit within the hour: try again later.</source>
        <translation>Ihr Konto hat alle Aufrufe gemacht, die Dotdigital in einer Stunde nimmt. Sie kommen im Lauf der Stunde nach und nach zurück: Versuchen Sie es später wieder.</translation>
    </message>
    <message>
        <source>Your Dotdigital account does not allow this. Ask your administrator.</source>
        <translation>Ihr Dotdigital-Konto erlaubt das nicht. Fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>Dotdigital is bringing this collection back from a copy. Try again in a minute.</source>
        <translation>Dotdigital stellt diese Collection gerade aus einer Kopie wieder her. Versuchen Sie es in einer Minute wieder.</translation>
    </message>
    <message>
        <source>Dotdigital does not take a setting of this request, and did nothing.</source>
        <translation>Dotdigital nimmt eine Einstellung dieser Anfrage nicht an und hat nichts getan.</translation>
    </message>
    <message>
        <source>Dotdigital has no such collection of this type and scope, and took nothing. Read the list of collections again and choose one.</source>
        <translation>In Dotdigital gibt es keine solche Collection dieses Typs und Bereichs; nichts wurde angenommen. Lesen Sie die Liste der Collections neu und wählen Sie eine.</translation>
    </message>
    <message>
        <source>Dotdigital does not know this id, and did nothing.</source>
        <translation>Dotdigital kennt diese Id nicht und hat nichts getan.</translation>
    </message>
    <message>
        <source>Dotdigital found no e-mail addresses in what was sent, and took nothing of it. Map a column to Email.</source>
        <translation>Dotdigital fand im Gesendeten keine E-Mail-Adressen und hat nichts davon angenommen. Ordnen Sie Email eine Spalte zu.</translation>
    </message>
    <message>
        <source>Dotdigital does not take the name of this collection, and took nothing. Letters, digits and _ may be in it, with no digit in front.</source>
        <translation>Dotdigital nimmt den Namen dieser Collection nicht an und hat nichts angenommen. Erlaubt sind Buchstaben, Ziffern und _, vorn keine Ziffer.</translation>
    </message>
    <message>
        <source>Dotdigital did not take the record as it is. Nothing was changed.</source>
        <translation>Dotdigital hat den Datensatz so nicht angenommen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Your Dotdigital has no room left for such data, and took nothing. Delete what is not needed there, or ask your administrator for more room.</source>
        <translation>Ihr Dotdigital hat keinen Platz mehr für solche Daten und hat nichts angenommen. Löschen Sie dort, was nicht gebraucht wird, oder bitten Sie Ihren Administrator um mehr Platz.</translation>
    </message>
    <message>
        <source>Dotdigital does not have this list any more. Nothing was sent into it: choose another one.</source>
        <translation>Diese Liste gibt es in Dotdigital nicht mehr. Nichts wurde hineingesendet: Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Nothing can be imported into this list of Dotdigital&apos;s. Choose another one.</source>
        <translation>In diese Liste von Dotdigital lässt sich nichts importieren. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Dotdigital is using this list for something else, and took nothing. Try again later, or choose another one.</source>
        <translation>Dotdigital benutzt diese Liste gerade für etwas anderes und hat nichts angenommen. Versuchen Sie es später wieder oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Another contact in Dotdigital has this already.</source>
        <translation>Ein anderer Kontakt in Dotdigital hat das schon.</translation>
    </message>
    <message>
        <source>This contact is suppressed in Dotdigital and is not changed by imports.</source>
        <translation>Dieser Kontakt ist in Dotdigital gesperrt und wird durch Importe nicht geändert.</translation>
    </message>
    <message>
        <source>Dotdigital does not take this e-mail address.</source>
        <translation>Dotdigital nimmt diese E-Mail-Adresse nicht an.</translation>
    </message>
    <message>
        <source>Dotdigital does not have one of the fields any more. Read the fields again.</source>
        <translation>Eines der Felder gibt es in Dotdigital nicht mehr. Lesen Sie die Felder neu.</translation>
    </message>
    <message>
        <source>Dotdigital has a field of this name already.</source>
        <translation>Dotdigital hat schon ein Feld dieses Namens.</translation>
    </message>
    <message>
        <source>A value is too long for its field in Dotdigital.</source>
        <translation>Ein Wert ist zu lang für sein Feld in Dotdigital.</translation>
    </message>
    <message>
        <source>Your Dotdigital has as many fields as it can hold.</source>
        <translation>Ihr Dotdigital hat so viele Felder, wie es fassen kann.</translation>
    </message>
</context>
<context>
    <name>rowlift::dotdigital::Collections</name>
    <message>
        <source>Give the collection a name.</source>
        <translation>Geben Sie der Collection einen Namen.</translation>
    </message>
    <message>
        <source>There can be no space in the name of a collection: use _ instead.</source>
        <translation>Im Namen einer Collection darf kein Leerzeichen sein: Nehmen Sie _ stattdessen.</translation>
    </message>
    <message>
        <source>“%1” cannot be in the name of a collection. Letters from A to Z, digits and _ can.</source>
        <translation>„%1“ darf nicht im Namen einer Collection sein. Erlaubt sind Buchstaben von A bis Z, Ziffern und _.</translation>
    </message>
    <message>
        <source>The name of a collection cannot begin with a digit.</source>
        <translation>Der Name einer Collection darf nicht mit einer Ziffer beginnen.</translation>
    </message>
    <message>
        <source>The name of a collection has at least two characters.</source>
        <translation>Der Name einer Collection hat mindestens zwei Zeichen.</translation>
    </message>
    <message numerus="yes">
        <source>The name of a collection has at most 255 characters; this one has %n.</source>
        <translation>
            <numerusform>Der Name einer Collection hat höchstens 255 Zeichen; dieser hat %n.</numerusform>
            <numerusform>Der Name einer Collection hat höchstens 255 Zeichen; dieser hat %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a collection “%1” already: choose it from the list.</source>
        <translation>Es gibt schon eine Collection „%1“: Wählen Sie sie aus der Liste.</translation>
    </message>
</context>
<context>
    <name>rowlift::dotdigital::ContactFaults</name>
    <message>
        <source>Dotdigital&apos;s list of refused contacts could not be read. Try again in a few minutes.</source>
        <translation>Die Liste abgelehnter Kontakte von Dotdigital konnte nicht gelesen werden. Versuchen Sie es in einigen Minuten wieder.</translation>
    </message>
</context>
<context>
    <name>rowlift::dotdigital::ContactTarget</name>
    <message>
        <source>Nothing was sent: what is set for the list, or for values that are there, is none. Choose again.</source>
        <translation>Nichts wurde gesendet: Was für die Liste oder für vorhandene Werte eingestellt ist, gibt es nicht. Wählen Sie neu.</translation>
    </message>
</context>
<context>
    <name>rowlift::dotdigital::ContactsLoader</name>
    <message>
        <source>Dotdigital&apos;s watchdog refused this part: to it the addresses look as if they were old, bought or made up. Ask Dotdigital&apos;s support about it.</source>
        <translation>Der Wachhund von Dotdigital hat diesen Teil abgelehnt: Für ihn sehen die Adressen alt, gekauft oder erfunden aus. Fragen Sie den Support von Dotdigital.</translation>
    </message>
    <message>
        <source>Dotdigital could not read this part.</source>
        <translation>Dotdigital konnte diesen Teil nicht lesen.</translation>
    </message>
    <message>
        <source>With this part your Dotdigital would have more contacts than your account allows. Ask your administrator.</source>
        <translation>Mit diesem Teil hätte Ihr Dotdigital mehr Kontakte, als Ihr Konto erlaubt. Fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>Dotdigital does not tell in this version of its interface how the part ended.</source>
        <translation>Dotdigital sagt in dieser Version seiner Schnittstelle nicht, wie der Teil endete.</translation>
    </message>
    <message>
        <source>Dotdigital could not work on this part.</source>
        <translation>Dotdigital konnte diesen Teil nicht bearbeiten.</translation>
    </message>
    <message>
        <source>Dotdigital answered in a way that Rowlift does not understand.</source>
        <translation>Dotdigital hat in einer Weise geantwortet, die Rowlift nicht versteht.</translation>
    </message>
    <message>
        <source>Dotdigital has no report of this part yet, so that nobody can tell which contacts it refused. It is asked again.</source>
        <translation>Dotdigital hat noch keinen Bericht über diesen Teil, sodass niemand sagen kann, welche Kontakte es abgelehnt hat. Es wird wieder gefragt.</translation>
    </message>
    <message>
        <source>Dotdigital finishes what it has: it cannot be told to stop.</source>
        <translation>Dotdigital bearbeitet zu Ende, was es hat: Es lässt sich nicht anhalten.</translation>
    </message>
</context>
<context>
    <name>rowlift::dotdigital::Explain</name>
    <message>
        <source>Correct it, or leave the row out</source>
        <translation>Berichtigen Sie ihn oder lassen Sie die Zeile weg</translation>
    </message>
    <message>
        <source>This contact is not in Dotdigital</source>
        <translation>Dieser Kontakt ist nicht in Dotdigital</translation>
    </message>
    <message>
        <source>Save the list of missing contacts, import them as contacts, then send the rows again</source>
        <translation>Speichern Sie die Liste der fehlenden Kontakte, importieren Sie diese als Kontakte und senden Sie die Zeilen dann noch einmal</translation>
    </message>
    <message>
        <source>“%1” is not a contact in Dotdigital</source>
        <translation>„%1“ ist kein Kontakt in Dotdigital</translation>
    </message>
    <message>
        <source>This is nothing that a contact can be found by</source>
        <translation>Darüber lässt sich kein Kontakt finden</translation>
    </message>
    <message>
        <source>Correct it, or choose on Where to what contacts are found by</source>
        <translation>Berichtigen Sie es oder wählen Sie unter „Wohin“, worüber Kontakte gefunden werden</translation>
    </message>
    <message>
        <source>Dotdigital does not find contacts by this</source>
        <translation>Darüber findet Dotdigital keine Kontakte</translation>
    </message>
    <message>
        <source>Choose on Where to what contacts are found by</source>
        <translation>Wählen Sie unter „Wohin“, worüber Kontakte gefunden werden</translation>
    </message>
    <message>
        <source>The key is empty, too long, or has characters that Dotdigital does not take</source>
        <translation>Der Schlüssel ist leer, zu lang oder hat Zeichen, die Dotdigital nicht nimmt</translation>
    </message>
    <message>
        <source>Letters, digits, dots, dashes and _ are safe: clean the column on Map</source>
        <translation>Buchstaben, Ziffern, Punkte, Striche und _ sind sicher: Bereinigen Sie die Spalte unter „Zuordnen“</translation>
    </message>
    <message>
        <source>The same key came twice</source>
        <translation>Derselbe Schlüssel kam zweimal</translation>
    </message>
    <message>
        <source>Make one record of the rows with one key, or choose another column for the key</source>
        <translation>Machen Sie aus den Zeilen mit einem Schlüssel einen Datensatz oder wählen Sie eine andere Spalte als Schlüssel</translation>
    </message>
    <message>
        <source>A record with this key belongs to another contact already</source>
        <translation>Ein Datensatz mit diesem Schlüssel gehört schon zu einem anderen Kontakt</translation>
    </message>
    <message>
        <source>Compare both contacts, then correct the row or leave it out</source>
        <translation>Vergleichen Sie beide Kontakte, dann berichtigen Sie die Zeile oder lassen sie weg</translation>
    </message>
    <message>
        <source>Dotdigital could not read this record</source>
        <translation>Dotdigital konnte diesen Datensatz nicht lesen</translation>
    </message>
    <message>
        <source>Look at its values, then send the row again</source>
        <translation>Sehen Sie sich seine Werte an und senden Sie die Zeile dann noch einmal</translation>
    </message>
    <message>
        <source>The name of %1 is too long</source>
        <translation>Der Name von %1 ist zu lang</translation>
    </message>
    <message>
        <source>Give the property a shorter name on Map</source>
        <translation>Geben Sie der Eigenschaft unter „Zuordnen“ einen kürzeren Namen</translation>
    </message>
    <message>
        <source>The name of %1 has characters that Dotdigital does not take</source>
        <translation>Der Name von %1 hat Zeichen, die Dotdigital nicht nimmt</translation>
    </message>
    <message>
        <source>Use letters, digits and _ only for the names of properties on Map</source>
        <translation>Nehmen Sie unter „Zuordnen“ für Namen von Eigenschaften nur Buchstaben, Ziffern und _</translation>
    </message>
    <message>
        <source>The names of two properties differ only in - and _, which Dotdigital takes for the same</source>
        <translation>Die Namen zweier Eigenschaften unterscheiden sich nur in - und _, die für Dotdigital gleich sind</translation>
    </message>
    <message>
        <source>Give one of them another name on Map</source>
        <translation>Geben Sie einer davon unter „Zuordnen“ einen anderen Namen</translation>
    </message>
    <message>
        <source>%1 is too long</source>
        <translation>%1 ist zu lang</translation>
    </message>
    <message>
        <source>Shorten it</source>
        <translation>Kürzen Sie den Wert</translation>
    </message>
    <message>
        <source>%1 is too large a number</source>
        <translation>%1 ist eine zu große Zahl</translation>
    </message>
    <message>
        <source>Correct it, or send it as text</source>
        <translation>Berichtigen Sie sie oder senden Sie sie als Text</translation>
    </message>
    <message>
        <source>There is a list directly in a list, which Dotdigital does not take</source>
        <translation>Eine Liste steht direkt in einer Liste; das nimmt Dotdigital nicht</translation>
    </message>
    <message>
        <source>Give the values in the list names on Map</source>
        <translation>Geben Sie den Werten in der Liste unter „Zuordnen“ Namen</translation>
    </message>
    <message>
        <source>%1 has another type in Dotdigital: the first import has fixed it</source>
        <translation>%1 hat in Dotdigital einen anderen Typ: Der erste Import hat ihn festgelegt</translation>
    </message>
    <message>
        <source>Set its type on Map to what it was before, or give the property another name</source>
        <translation>Stellen Sie unter „Zuordnen“ den früheren Typ ein oder geben Sie der Eigenschaft einen anderen Namen</translation>
    </message>
    <message>
        <source>%1 has values of several types in one list</source>
        <translation>%1 hat Werte mehrerer Typen in einer Liste</translation>
    </message>
    <message>
        <source>Set one type for it on Map</source>
        <translation>Stellen Sie dafür unter „Zuordnen“ einen Typ ein</translation>
    </message>
    <message>
        <source>The collection has as many different properties as it can have</source>
        <translation>Die Collection hat so viele verschiedene Eigenschaften, wie sie haben kann</translation>
    </message>
    <message>
        <source>Import fewer columns, or use names that are there already</source>
        <translation>Importieren Sie weniger Spalten oder nehmen Sie Namen, die es schon gibt</translation>
    </message>
    <message>
        <source>The collection was deleted while Dotdigital worked on it</source>
        <translation>Die Collection wurde gelöscht, während Dotdigital daran arbeitete</translation>
    </message>
    <message>
        <source>Send the rows again: that makes it anew</source>
        <translation>Senden Sie die Zeilen noch einmal: Das legt sie neu an</translation>
    </message>
    <message>
        <source>Dotdigital refused this record and does not say why</source>
        <translation>Dotdigital hat diesen Datensatz abgelehnt und sagt nicht, warum</translation>
    </message>
    <message>
        <source>Send the row again; if it stays so, ask Dotdigital&apos;s support</source>
        <translation>Senden Sie die Zeile noch einmal; bleibt es dabei, fragen Sie den Support von Dotdigital</translation>
    </message>
    <message>
        <source>Dotdigital could not work on this part</source>
        <translation>Dotdigital konnte diesen Teil nicht bearbeiten</translation>
    </message>
    <message>
        <source>Send the rows again</source>
        <translation>Senden Sie die Zeilen noch einmal</translation>
    </message>
    <message>
        <source>This contact is suppressed in Dotdigital and gets no mail</source>
        <translation>Dieser Kontakt ist in Dotdigital gesperrt und bekommt keine E-Mails</translation>
    </message>
    <message>
        <source>Leave the row out: imports do not change that</source>
        <translation>Lassen Sie die Zeile weg: Importe ändern das nicht</translation>
    </message>
    <message>
        <source>This address is suppressed for all accounts of Dotdigital</source>
        <translation>Diese Adresse ist für alle Konten von Dotdigital gesperrt</translation>
    </message>
    <message>
        <source>Not a valid e-mail address</source>
        <translation>Keine gültige E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Dotdigital does not take the values of this row</source>
        <translation>Dotdigital nimmt die Werte dieser Zeile nicht</translation>
    </message>
    <message>
        <source>This address came twice</source>
        <translation>Diese Adresse kam zweimal</translation>
    </message>
    <message>
        <source>Leave one of the rows out</source>
        <translation>Lassen Sie eine der Zeilen weg</translation>
    </message>
    <message>
        <source>Dotdigital blocks addresses like this one: nobody reads them, or they belong to no person</source>
        <translation>Dotdigital sperrt Adressen wie diese: Niemand liest sie, oder sie gehören keiner Person</translation>
    </message>
    <message>
        <source>Use the address of a person, or leave the row out</source>
        <translation>Nehmen Sie die Adresse einer Person oder lassen Sie die Zeile weg</translation>
    </message>
    <message>
        <source>This contact has unsubscribed, and stays so</source>
        <translation>Dieser Kontakt hat sich abgemeldet und bleibt abgemeldet</translation>
    </message>
    <message>
        <source>Leave the row out: only the contact can subscribe again</source>
        <translation>Lassen Sie die Zeile weg: Nur der Kontakt selbst kann sich wieder anmelden</translation>
    </message>
    <message>
        <source>Mail to this address came back for good</source>
        <translation>E-Mails an diese Adresse kamen endgültig zurück</translation>
    </message>
    <message>
        <source>Mail to this address came back too often</source>
        <translation>E-Mails an diese Adresse kamen zu oft zurück</translation>
    </message>
    <message>
        <source>This contact has reported mail of yours as spam</source>
        <translation>Dieser Kontakt hat Ihre E-Mails als Spam gemeldet</translation>
    </message>
    <message>
        <source>The mail server of this address takes no mail of yours</source>
        <translation>Der Mailserver dieser Adresse nimmt keine E-Mails von Ihnen</translation>
    </message>
    <message>
        <source>All addresses of this domain are suppressed in your Dotdigital</source>
        <translation>Alle Adressen dieser Domain sind in Ihrem Dotdigital gesperrt</translation>
    </message>
    <message>
        <source>Leave the row out, or change that in Dotdigital</source>
        <translation>Lassen Sie die Zeile weg oder ändern Sie das in Dotdigital</translation>
    </message>
    <message>
        <source>The contact is there, and has yet to confirm by mail</source>
        <translation>Der Kontakt ist da und muss noch per E-Mail bestätigen</translation>
    </message>
    <message>
        <source>Nothing to do: Dotdigital waits for the answer</source>
        <translation>Nichts zu tun: Dotdigital wartet auf die Antwort</translation>
    </message>
    <message>
        <source>Dotdigital could not import this contact</source>
        <translation>Dotdigital konnte diesen Kontakt nicht importieren</translation>
    </message>
    <message>
        <source>Compare the values with the types of their fields, then send the row again</source>
        <translation>Vergleichen Sie die Werte mit den Typen ihrer Felder und senden Sie die Zeile dann noch einmal</translation>
    </message>
    <message>
        <source>A property</source>
        <translation>Eine Eigenschaft</translation>
    </message>
</context>
<context>
    <name>rowlift::dotdigital::Insight</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Each record is known by</source>
        <translation>Jeder Datensatz wird erkannt an</translation>
    </message>
    <message>
        <source>Made from this file and the row</source>
        <translation>Aus dieser Datei und der Zeile gemacht</translation>
    </message>
    <message>
        <source>A record with the same key is replaced as a whole: properties that it had and this one has not are gone.</source>
        <translation>Ein Datensatz mit demselben Schlüssel wird ganz ersetzt: Eigenschaften, die er hatte und dieser nicht hat, sind weg.</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Each record belongs to a contact, found by</source>
        <translation>Jeder Datensatz gehört zu einem Kontakt, gefunden über</translation>
    </message>
    <message>
        <source>Contacts must be in Dotdigital already: this import makes none.</source>
        <translation>Kontakte müssen schon in Dotdigital sein: Dieser Import legt keine an.</translation>
    </message>
</context>
<context>
    <name>rowlift::dotdigital::InsightEncoder</name>
    <message>
        <source>What was sent could not be read again. Check the disk.</source>
        <translation>Was gesendet wurde, konnte nicht wieder gelesen werden. Prüfen Sie die Festplatte.</translation>
    </message>
</context>
<context>
    <name>rowlift::dotdigital::InsightKinds</name>
    <message>
        <source>The key makes it safe to send it again: a record with the same key is replaced by itself.</source>
        <translation>Der Schlüssel macht es sicher, noch einmal zu senden: Ein Datensatz mit demselben Schlüssel wird durch sich selbst ersetzt.</translation>
    </message>
    <message>
        <source>In parts of about 10 MB</source>
        <translation>In Teilen von etwa 10 MB</translation>
    </message>
    <message>
        <source>Dotdigital takes a part of the file at a time, works on it by itself and tells which records it refused, and why.</source>
        <translation>Dotdigital nimmt einen Teil der Datei auf einmal, bearbeitet ihn selbst und sagt, welche Datensätze es abgelehnt hat und warum.</translation>
    </message>
    <message>
        <source>In parts of about 10 MB, as older accounts take them</source>
        <translation>In Teilen von etwa 10 MB, wie ältere Konten sie nehmen</translation>
    </message>
    <message>
        <source>The same by Dotdigital&apos;s older interface (version 2), for accounts that do not have the newer one.</source>
        <translation>Dasselbe über die ältere Schnittstelle von Dotdigital (Version 2), für Konten ohne die neuere.</translation>
    </message>
</context>
<context>
    <name>rowlift::dotdigital::InsightLoader</name>
    <message>
        <source>Dotdigital says that the import failed: %1.</source>
        <translation>Dotdigital sagt, dass der Import gescheitert ist: %1.</translation>
    </message>
    <message>
        <source>Dotdigital has no report of this part yet, so that nobody can tell which records it refused. It is asked again.</source>
        <translation>Dotdigital hat noch keinen Bericht über diesen Teil, sodass niemand sagen kann, welche Datensätze es abgelehnt hat. Es wird wieder gefragt.</translation>
    </message>
    <message>
        <source>Dotdigital finishes what it has: it cannot be told to stop.</source>
        <translation>Dotdigital bearbeitet zu Ende, was es hat: Es lässt sich nicht anhalten.</translation>
    </message>
</context>
<context>
    <name>rowlift::dotdigital::InsightReport</name>
    <message>
        <source>Dotdigital&apos;s report could not be read. Try again in a few minutes.</source>
        <translation>Der Bericht von Dotdigital konnte nicht gelesen werden. Versuchen Sie es in einigen Minuten wieder.</translation>
    </message>
</context>
<context>
    <name>rowlift::dotdigital::InsightTarget</name>
    <message>
        <source>This import was set up in a way that this version of Rowlift does not know. Choose again on Where to.</source>
        <translation>Dieser Import ist so eingerichtet, wie es diese Version von Rowlift nicht kennt. Wählen Sie unter „Wohin“ neu.</translation>
    </message>
</context>
<context>
    <name>rowlift::dotdigital::Kinds</name>
    <message>
        <source>In parts of just under 10 MB</source>
        <translation>In Teilen von knapp 10 MB</translation>
    </message>
    <message>
        <source>Dotdigital takes a part of the file at a time and works on it by itself. It tells which contacts it refused, and why.</source>
        <translation>Dotdigital nimmt einen Teil der Datei auf einmal und bearbeitet ihn selbst. Es sagt, welche Kontakte es abgelehnt hat und warum.</translation>
    </message>
    <message>
        <source>To send it again does no harm, unless the same contacts have changed in Dotdigital meanwhile: they would get the values of your file once more.</source>
        <translation>Noch einmal zu senden schadet nicht, außer dieselben Kontakte haben sich in Dotdigital inzwischen geändert: Sie bekämen die Werte Ihrer Datei noch einmal.</translation>
    </message>
    <message>
        <source>What is there already is changed or replaced, the rest is added. Nothing is ever deleted.</source>
        <translation>Was schon da ist, wird geändert oder ersetzt, der Rest hinzugefügt. Gelöscht wird nie etwas.</translation>
    </message>
</context>
<context>
    <name>rowlift::dotdigital::Lists</name>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n Kontakt</numerusform>
            <numerusform>%n Kontakte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::dotdigital::Options</name>
    <message>
        <source>Add to a list</source>
        <translation>In eine Liste aufnehmen</translation>
    </message>
    <message>
        <source>All contacts of the file become members. A new list? Make it in Dotdigital, then Refresh.</source>
        <translation>Alle Kontakte der Datei werden Mitglieder. Eine neue Liste? Legen Sie sie in Dotdigital an, dann „Auffrischen“.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Values that contacts have</source>
        <translation>Werte, die Kontakte haben</translation>
    </message>
    <message>
        <source>Blank cells never empty a field of a contact.</source>
        <translation>Leere Zellen leeren nie ein Feld eines Kontakts.</translation>
    </message>
    <message>
        <source>Are replaced by those of the file</source>
        <translation>Werden durch die der Datei ersetzt</translation>
    </message>
    <message>
        <source>Stay: only empty fields are filled</source>
        <translation>Bleiben: Nur leere Felder werden gefüllt</translation>
    </message>
    <message>
        <source>Records belong to</source>
        <translation>Datensätze gehören zu</translation>
    </message>
    <message>
        <source>A collection keeps to what its first import has chosen.</source>
        <translation>Eine Collection bleibt bei dem, was ihr erster Import gewählt hat.</translation>
    </message>
    <message>
        <source>A contact each</source>
        <translation>Je einem Kontakt</translation>
    </message>
    <message>
        <source>The account as a whole</source>
        <translation>Dem ganzen Konto</translation>
    </message>
    <message>
        <source>Contacts are found by</source>
        <translation>Kontakte werden gefunden über</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Dotdigital&apos;s contact id</source>
        <translation>Kontakt-Id von Dotdigital</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>Mobilnummer</translation>
    </message>
    <message>
        <source>Type of the new collection</source>
        <translation>Typ der neuen Collection</translation>
    </message>
    <message>
        <source>Dotdigital uses some types for its own features. It cannot be changed later.</source>
        <translation>Manche Typen nutzt Dotdigital für eigene Funktionen. Das lässt sich später nicht ändern.</translation>
    </message>
    <message>
        <source>Data of your own</source>
        <translation>Eigene Daten</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Product catalog</source>
        <translation>Produktkatalog</translation>
    </message>
    <message>
        <source>Product categories</source>
        <translation>Produktkategorien</translation>
    </message>
    <message>
        <source>Carts</source>
        <translation>Warenkörbe</translation>
    </message>
    <message>
        <source>Wish lists</source>
        <translation>Wunschlisten</translation>
    </message>
    <message>
        <source>Page visits</source>
        <translation>Seitenbesuche</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Einwilligung</translation>
    </message>
    <message>
        <source>EasyEditor extensions</source>
        <translation>EasyEditor-Erweiterungen</translation>
    </message>
    <message>
        <source>Nosto e-mail campaigns</source>
        <translation>Nosto-E-Mail-Kampagnen</translation>
    </message>
</context>
<context>
    <name>rowlift::dotdigital::Schema</name>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Email type</source>
        <translation>E-Mail-Art</translation>
    </message>
    <message>
        <source>Opt-in type</source>
        <translation>Art des Opt-ins</translation>
    </message>
    <message>
        <source>Consent: text</source>
        <translation>Einwilligung: Text</translation>
    </message>
    <message>
        <source>Consent: page</source>
        <translation>Einwilligung: Seite</translation>
    </message>
    <message>
        <source>Consent: time</source>
        <translation>Einwilligung: Zeitpunkt</translation>
    </message>
    <message>
        <source>Consent: IP address</source>
        <translation>Einwilligung: IP-Adresse</translation>
    </message>
    <message>
        <source>Consent: browser</source>
        <translation>Einwilligung: Browser</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>This is no list of Dotdigital fields. Read the fields again.</source>
        <translation>Das ist keine Feldliste von Dotdigital. Lesen Sie die Felder neu ein.</translation>
    </message>
</context>
<context>
    <name>rowlift::dotdigital::SignIn</name>
    <message>
        <source>Found by itself</source>
        <translation>Wird von selbst gefunden</translation>
    </message>
    <message>
        <source>Europe</source>
        <translation>Europa</translation>
    </message>
    <message>
        <source>North America</source>
        <translation>Nordamerika</translation>
    </message>
    <message>
        <source>Asia Pacific</source>
        <translation>Asien-Pazifik</translation>
    </message>
    <message>
        <source>With an API user and password</source>
        <translation>Mit API-Benutzer und Passwort</translation>
    </message>
    <message>
        <source>API user</source>
        <translation>API-Benutzer</translation>
    </message>
    <message>
        <source>In Dotdigital: Settings → Access → API users.</source>
        <translation>In Dotdigital: Settings → Access → API users.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>The one that was chosen for the API user, not your own.</source>
        <translation>Das für den API-Benutzer gewählte, nicht Ihr eigenes.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Only needed when it cannot be found.</source>
        <translation>Nur nötig, wenn sie nicht gefunden wird.</translation>
    </message>
</context>
<context>
    <name>rowlift::marketo::Address</name>
    <message>
        <source>There is no Munchkin id in this, such as 123-ABC-456. Copy the REST endpoint from Admin → Web Services in Marketo.</source>
        <translation>Darin steht keine Munchkin-ID wie 123-ABC-456. Kopieren Sie den REST-Endpunkt in Marketo aus „Admin → Web Services“.</translation>
    </message>
</context>
<context>
    <name>rowlift::marketo::Api</name>
    <message>
        <source>Please sign in to Marketo again. Your work is kept.</source>
        <translation>Bitte melden Sie sich neu bei Marketo an. Ihre Arbeit bleibt erhalten.</translation>
    </message>
    <message>
        <source>Signed in, but this API user may not do that, or not from this network. Ask your Marketo administrator for the permission “%1”.</source>
        <translation>Angemeldet, aber dieser API-Benutzer darf das nicht oder nicht aus diesem Netz. Bitten Sie Ihre Marketo-Administration um die Berechtigung „%1“.</translation>
    </message>
    <message>
        <source>Marketo is being asked too much at the moment. Try again in a minute.</source>
        <translation>Marketo wird gerade zu oft gefragt. Versuchen Sie es in einer Minute noch einmal.</translation>
    </message>
    <message>
        <source>Marketo has trouble at the moment. Try again in a few minutes.</source>
        <translation>Marketo hat gerade eine Störung. Versuchen Sie es in ein paar Minuten noch einmal.</translation>
    </message>
    <message>
        <source>Marketo says: %1</source>
        <translation>Marketo sagt: %1</translation>
    </message>
    <message>
        <source>This part is larger than Marketo takes.</source>
        <translation>Dieser Teil ist größer, als Marketo annimmt.</translation>
    </message>
    <message>
        <source>The answer is not like Marketo&apos;s. Check the address of the account.</source>
        <translation>Die Antwort sieht nicht nach Marketo aus. Prüfen Sie die Adresse des Kontos.</translation>
    </message>
    <message>
        <source>Today&apos;s calls of your Marketo are used up. It counts anew from %1, which is midnight in Chicago.</source>
        <translation>Die heutigen Aufrufe Ihres Marketo sind aufgebraucht. Neu gezählt wird ab %1, das ist Mitternacht in Chicago.</translation>
    </message>
    <message>
        <source>Today&apos;s calls of your Marketo are used up. It counts anew tomorrow from %1, which is midnight in Chicago.</source>
        <translation>Die heutigen Aufrufe Ihres Marketo sind aufgebraucht. Neu gezählt wird morgen ab %1, das ist Mitternacht in Chicago.</translation>
    </message>
    <message>
        <source>Marketo is being asked too much at the same moment. Try again in a few seconds.</source>
        <translation>Marketo wird gerade zu viel auf einmal gefragt. Versuchen Sie es in einigen Sekunden wieder.</translation>
    </message>
    <message>
        <source>Marketo&apos;s queue is full. Rowlift tries again when there is a place.</source>
        <translation>Die Warteschlange von Marketo ist voll. Rowlift versucht es wieder, wenn ein Platz frei ist.</translation>
    </message>
    <message>
        <source>Marketo is still importing into this list. Rowlift tries again when that is done.</source>
        <translation>Marketo importiert noch in diese Liste. Rowlift versucht es wieder, wenn das getan ist.</translation>
    </message>
    <message>
        <source>Marketo cannot find people by this field. Read the fields again, or choose another one.</source>
        <translation>Marketo kann Personen über dieses Feld nicht finden. Lesen Sie die Felder neu, oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Marketo does not find what this import is to go to: the list may be gone. Choose it again.</source>
        <translation>Marketo findet nicht, wohin dieser Import soll: Vielleicht gibt es die Liste nicht mehr. Wählen Sie sie neu.</translation>
    </message>
    <message>
        <source>This API user may not use the partition, or it is gone. Choose another one.</source>
        <translation>Dieser API-Benutzer darf die Partition nicht verwenden, oder es gibt sie nicht mehr. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Marketo answered in a way that Rowlift does not understand.</source>
        <translation>Marketo hat auf eine Art geantwortet, die Rowlift nicht versteht.</translation>
    </message>
</context>
<context>
    <name>rowlift::marketo::BulkLoader</name>
    <message>
        <source>Marketo answered in a way that Rowlift does not understand.</source>
        <translation>Marketo hat auf eine Art geantwortet, die Rowlift nicht versteht.</translation>
    </message>
    <message>
        <source>Marketo finishes what it has: it cannot be told to stop.</source>
        <translation>Marketo bringt zu Ende, was es hat: Es lässt sich nicht anhalten.</translation>
    </message>
</context>
<context>
    <name>rowlift::marketo::Choices</name>
    <message>
        <source>Program “%1”</source>
        <translation>Programm „%1“</translation>
    </message>
    <message>
        <source>Workspace “%1”</source>
        <translation>Arbeitsbereich „%1“</translation>
    </message>
</context>
<context>
    <name>rowlift::marketo::Explain</name>
    <message>
        <source>What people are found by is empty</source>
        <translation>Das, worüber Personen gefunden werden, ist leer</translation>
    </message>
    <message>
        <source>%1 is empty, but people are found by it</source>
        <translation>%1 ist leer, aber darüber werden Personen gefunden</translation>
    </message>
    <message>
        <source>Fill it in, or leave the row out</source>
        <translation>Füllen Sie es aus, oder lassen Sie die Zeile weg</translation>
    </message>
    <message>
        <source>Correct the value, or change how the column is read</source>
        <translation>Berichtigen Sie den Wert oder ändern Sie, wie die Spalte gelesen wird</translation>
    </message>
    <message>
        <source>%1 is not a whole number</source>
        <translation>%1 ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>%1 is not a number</source>
        <translation>%1 ist keine Zahl</translation>
    </message>
    <message>
        <source>%1 is neither yes nor no</source>
        <translation>%1 ist weder Ja noch Nein</translation>
    </message>
    <message>
        <source>%1 is not a date</source>
        <translation>%1 ist kein Datum</translation>
    </message>
    <message>
        <source>The value does not fit %1</source>
        <translation>Der Wert passt nicht zu %1</translation>
    </message>
    <message>
        <source>%1 is too long (max %2)</source>
        <translation>%1 ist zu lang (höchstens %2)</translation>
    </message>
    <message>
        <source>%1 is too long</source>
        <translation>%1 ist zu lang</translation>
    </message>
    <message>
        <source>Shorten it</source>
        <translation>Kürzen Sie den Wert</translation>
    </message>
    <message>
        <source>%1 was shortened by Marketo</source>
        <translation>%1 wurde von Marketo gekürzt</translation>
    </message>
    <message>
        <source>Not a valid e-mail address</source>
        <translation>Keine gültige E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>Berichtigen Sie es</translation>
    </message>
    <message>
        <source>Marketo does not take a value of this row</source>
        <translation>Marketo nimmt einen Wert dieser Zeile nicht an</translation>
    </message>
    <message>
        <source>Compare the values with the types of their fields</source>
        <translation>Vergleichen Sie die Werte mit den Arten ihrer Felder</translation>
    </message>
    <message>
        <source>Nobody in Marketo has this value</source>
        <translation>Niemand in Marketo hat diesen Wert</translation>
    </message>
    <message>
        <source>Correct it, or find people by another field to have them added</source>
        <translation>Berichtigen Sie ihn, oder suchen Sie Personen über ein anderes Feld, damit sie hinzugefügt werden</translation>
    </message>
    <message>
        <source>This person is in Marketo already</source>
        <translation>Diese Person ist schon in Marketo</translation>
    </message>
    <message>
        <source>Leave the row out</source>
        <translation>Lassen Sie die Zeile aus</translation>
    </message>
    <message>
        <source>Marketo does not know the field %1 any more</source>
        <translation>Marketo kennt das Feld %1 nicht mehr</translation>
    </message>
    <message>
        <source>Read the fields again and map the column anew</source>
        <translation>Lesen Sie die Felder neu ein und ordnen Sie die Spalte neu zu</translation>
    </message>
    <message>
        <source>More than one person in Marketo has this value</source>
        <translation>Mehr als eine Person in Marketo hat diesen Wert</translation>
    </message>
    <message>
        <source>Merge them in Marketo, or find people by another field</source>
        <translation>Führen Sie sie in Marketo zusammen, oder suchen Sie Personen über ein anderes Feld</translation>
    </message>
    <message>
        <source>This API user may not use the partition</source>
        <translation>Dieser API-Benutzer darf die Partition nicht verwenden</translation>
    </message>
    <message>
        <source>Choose another one, or ask your administrator</source>
        <translation>Wählen Sie eine andere, oder fragen Sie Ihren Administrator</translation>
    </message>
    <message>
        <source>The person is in another partition of your Marketo</source>
        <translation>Die Person ist in einer anderen Partition Ihres Marketo</translation>
    </message>
    <message>
        <source>Choose that partition, or leave the row out</source>
        <translation>Wählen Sie diese Partition, oder lassen Sie die Zeile weg</translation>
    </message>
    <message>
        <source>%1 cannot be set here</source>
        <translation>%1 kann hier nicht gesetzt werden</translation>
    </message>
    <message>
        <source>Do not import this column, or send it in another way</source>
        <translation>Importieren Sie diese Spalte nicht, oder senden Sie auf andere Art</translation>
    </message>
    <message>
        <source>Your CRM keeps this record: Marketo may not change it</source>
        <translation>Ihr CRM führt diesen Datensatz: Marketo darf ihn nicht ändern</translation>
    </message>
    <message>
        <source>Change it in the CRM</source>
        <translation>Ändern Sie ihn im CRM</translation>
    </message>
    <message>
        <source>Small calls do not change what belongs to a company</source>
        <translation>Kleine Aufrufe ändern nicht, was zu einer Firma gehört</translation>
    </message>
    <message>
        <source>Send the row in large parts</source>
        <translation>Senden Sie die Zeile in großen Teilen</translation>
    </message>
    <message>
        <source>The person came twice in one call</source>
        <translation>Die Person kam zweimal in einem Aufruf</translation>
    </message>
    <message>
        <source>Send the row again</source>
        <translation>Senden Sie die Zeile noch einmal</translation>
    </message>
    <message>
        <source>The person was busy in Marketo</source>
        <translation>Die Person war in Marketo gerade belegt</translation>
    </message>
    <message>
        <source>Marketo had trouble with this row</source>
        <translation>Marketo hatte mit dieser Zeile Schwierigkeiten</translation>
    </message>
    <message>
        <source>Marketo could not work on this part</source>
        <translation>Marketo konnte diesen Teil nicht bearbeiten</translation>
    </message>
    <message>
        <source>Send the rows again</source>
        <translation>Senden Sie die Zeilen noch einmal</translation>
    </message>
    <message>
        <source>Marketo could not work on this part: %1</source>
        <translation>Marketo konnte diesen Teil nicht bearbeiten: %1</translation>
    </message>
    <message>
        <source>A field</source>
        <translation>Ein Feld</translation>
    </message>
</context>
<context>
    <name>rowlift::marketo::Kinds</name>
    <message>
        <source>To send it again does no harm, unless the same people have changed in Marketo meanwhile: they would get the values of your file once more.</source>
        <translation>Ihn noch einmal zu senden schadet nicht, außer wenn dieselben Personen in Marketo inzwischen geändert wurden: Sie bekämen die Werte Ihrer Datei noch einmal.</translation>
    </message>
    <message>
        <source>In parts of just under 10 MB</source>
        <translation>In Teilen von knapp 10 MB</translation>
    </message>
    <message>
        <source>Marketo takes a part of the file at a time and works on it by itself: on two parts at a time, its other imports included. It tells which rows failed, and which it warns of.</source>
        <translation>Marketo nimmt die Datei in Teilen und bearbeitet sie selbst: zwei Teile zugleich, andere Importe eingerechnet. Es sagt, welche Zeilen gescheitert sind und vor welchen es warnt.</translation>
    </message>
    <message>
        <source>Small calls of up to 300 people, which tell most about each</source>
        <translation>Kleine Aufrufe mit bis zu 300 Personen, die über jede am meisten sagen</translation>
    </message>
    <message>
        <source>Marketo answers at once and says of each person whether they were added, changed or refused, and why. For a file of some hundred rows.</source>
        <translation>Marketo antwortet sofort und sagt von jeder Person, ob sie hinzugefügt, geändert oder abgelehnt wurde, und warum. Für eine Datei mit einigen hundert Zeilen.</translation>
    </message>
    <message>
        <source>Marketo&apos;s import adds people or changes those that it finds. It cannot only add, only change, or delete.</source>
        <translation>Der Import von Marketo fügt Personen hinzu oder ändert die, die er findet. Er kann nicht nur hinzufügen, nicht nur ändern und nicht löschen.</translation>
    </message>
</context>
<context>
    <name>rowlift::marketo::LeadOptions</name>
    <message>
        <source>Add to a list</source>
        <translation>In eine Liste aufnehmen</translation>
    </message>
    <message>
        <source>All people of the file become members. A new list? Make it in Marketo, then Refresh.</source>
        <translation>Alle Personen der Datei werden Mitglieder. Eine neue Liste? Legen Sie sie in Marketo an, dann „Auffrischen“.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>Where people are added. Those who are in another partition already cannot be changed from here.</source>
        <translation>Wo Personen hinzugefügt werden. Wer schon in einer anderen Partition ist, kann von hier aus nicht geändert werden.</translation>
    </message>
    <message>
        <source>The usual one of your Marketo</source>
        <translation>Die übliche Ihres Marketo</translation>
    </message>
    <message>
        <source>Written with</source>
        <translation>Geschrieben mit</translation>
    </message>
    <message>
        <source>What stands between two values on the way to Marketo. The file of yours may have any.</source>
        <translation>Was auf dem Weg zu Marketo zwischen zwei Werten steht. Ihre Datei darf haben, was sie will.</translation>
    </message>
    <message>
        <source>Commas</source>
        <translation>Kommas</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>Tabulatoren</translation>
    </message>
    <message>
        <source>Semicolons</source>
        <translation>Semikolons</translation>
    </message>
    <message>
        <source>Send no row numbers</source>
        <translation>Keine Zeilennummern senden</translation>
    </message>
    <message>
        <source>A column “%1” in front of the others lets Rowlift find the rows of Marketo&apos;s lists of failures again. Marketo ignores columns that it does not know; people report so, it is not promised.</source>
        <translation>An einer Spalte „%1“ vor den anderen erkennt Rowlift die Zeilen in Marketos Fehlerlisten wieder. Marketo übergeht Spalten, die es nicht kennt; so wird berichtet, versprochen ist es nicht.</translation>
    </message>
    <message>
        <source>Use all places of Marketo&apos;s queue</source>
        <translation>Alle Plätze in Marketos Warteschlange nutzen</translation>
    </message>
    <message>
        <source>Ten parts may wait in Marketo at a time, those of all programs together. Otherwise one place is left free for colleagues.</source>
        <translation>Zehn Teile dürfen in Marketo zugleich warten, die aller Programme zusammen. Sonst bleibt ein Platz für Kollegen frei.</translation>
    </message>
    <message>
        <source>Nothing was sent: Marketo does not know the form that the parts are to have. Choose one again.</source>
        <translation>Nichts wurde gesendet: Marketo kennt die Form nicht, die die Teile haben sollen. Wählen Sie neu.</translation>
    </message>
    <message>
        <source>Nothing was sent: what is set as the list is none. Choose one again.</source>
        <translation>Nichts wurde gesendet: Was als Liste gesetzt ist, ist keine. Wählen Sie neu.</translation>
    </message>
</context>
<context>
    <name>rowlift::marketo::ResultList</name>
    <message>
        <source>Marketo&apos;s list of results could not be read. Try again in a few minutes.</source>
        <translation>Marketos Ergebnisliste konnte nicht gelesen werden. Versuchen Sie es in einigen Minuten wieder.</translation>
    </message>
</context>
<context>
    <name>rowlift::marketo::Schema</name>
    <message>
        <source>Kept by your CRM: what Marketo is given may be overwritten or refused.</source>
        <translation>Wird von Ihrem CRM gepflegt: Was Marketo bekommt, kann überschrieben oder abgelehnt werden.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>This is no list of Marketo fields. Read the fields again.</source>
        <translation>Das ist keine Feldliste von Marketo. Lesen Sie die Felder neu ein.</translation>
    </message>
    <message>
        <source>Marketo&apos;s own number of a person. By it people are only changed, never added.</source>
        <translation>Marketos eigene Nummer einer Person. Darüber werden Personen nur geändert, nie hinzugefügt.</translation>
    </message>
    <message>
        <source>Marketo computes this itself.</source>
        <translation>Das berechnet Marketo selbst.</translation>
    </message>
    <message>
        <source>Marketo sets this itself.</source>
        <translation>Das setzt Marketo selbst.</translation>
    </message>
    <message>
        <source>Hidden in Marketo.</source>
        <translation>In Marketo verborgen.</translation>
    </message>
    <message>
        <source>Marked as sensitive in Marketo.</source>
        <translation>In Marketo als vertraulich gekennzeichnet.</translation>
    </message>
</context>
<context>
    <name>rowlift::marketo::SignIn</name>
    <message>
        <source>Marketo has trouble at the moment. Try again in a few minutes.</source>
        <translation>Marketo hat gerade eine Störung. Versuchen Sie es in ein paar Minuten noch einmal.</translation>
    </message>
    <message>
        <source>%1 does not answer like Marketo. Check the address.</source>
        <translation>%1 antwortet nicht wie Marketo. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>Marketo did not accept the client id or secret. Copy both again from Admin → LaunchPoint.</source>
        <translation>Marketo hat „Client Id“ oder „Client Secret“ nicht angenommen. Kopieren Sie beide neu aus „Admin → LaunchPoint“.</translation>
    </message>
    <message>
        <source>With an API service&apos;s id and secret</source>
        <translation>Mit ID und Geheimnis eines API-Dienstes</translation>
    </message>
    <message>
        <source>REST address</source>
        <translation>REST-Adresse</translation>
    </message>
    <message>
        <source>In Marketo: Admin → Web Services → REST API, “Endpoint”. Anything that holds your Munchkin id will do.</source>
        <translation>In Marketo: Admin → Web Services → REST API, „Endpoint“. Alles, was Ihre Munchkin-ID enthält, genügt.</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client Id</translation>
    </message>
    <message>
        <source>In Marketo: Admin → LaunchPoint → the service → View Details.</source>
        <translation>In Marketo: Admin → LaunchPoint → der Dienst → View Details.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client Secret</translation>
    </message>
    <message>
        <source>Below the client id, in the same box.</source>
        <translation>Unter der „Client Id“, im selben Kasten.</translation>
    </message>
</context>
<context>
    <name>rowlift::marketo::SyncLoader</name>
    <message>
        <source>There is no such job.</source>
        <translation>Einen solchen Auftrag gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>rowlift::salesforce::Address</name>
    <message>
        <source>Salesforce is only reached safely, by an address that begins with https.</source>
        <translation>Salesforce ist nur sicher erreichbar, über eine Adresse, die mit https beginnt.</translation>
    </message>
    <message>
        <source>This is no address. Use the one in your browser when you work in Salesforce, such as acme.my.salesforce.com.</source>
        <translation>Das ist keine Adresse. Nehmen Sie die aus Ihrem Browser, wenn Sie in Salesforce arbeiten, etwa acme.my.salesforce.com.</translation>
    </message>
</context>
<context>
    <name>rowlift::salesforce::Allowance</name>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>Uploads</translation>
    </message>
</context>
<context>
    <name>rowlift::salesforce::Api</name>
    <message>
        <source>Today&apos;s limit of your Salesforce is used up. Continue tomorrow, or ask your administrator for more.</source>
        <translation>Die Tagesmenge Ihres Salesforce ist aufgebraucht. Setzen Sie morgen fort oder bitten Sie Ihre Administration um mehr.</translation>
    </message>
    <message>
        <source>Your Salesforce does not let programs in. Ask your administrator for “API Enabled”.</source>
        <translation>Ihr Salesforce lässt keine Programme zu. Bitten Sie Ihre Administration um „API Enabled“.</translation>
    </message>
    <message>
        <source>Your Salesforce does not let this user import many records at once. Ask your administrator about the “Bulk API”.</source>
        <translation>Ihr Salesforce lässt diesen Benutzer nicht viele Datensätze auf einmal importieren. Fragen Sie Ihre Administration nach der „Bulk API“.</translation>
    </message>
    <message>
        <source>Salesforce does not have what was asked for, or does not show it to this user.</source>
        <translation>Salesforce hat das Gewünschte nicht oder zeigt es diesem Benutzer nicht.</translation>
    </message>
    <message>
        <source>Salesforce does not take records of this kind from this user.</source>
        <translation>Salesforce nimmt Datensätze dieser Art von diesem Benutzer nicht an.</translation>
    </message>
    <message>
        <source>Salesforce has ended the session. Sign in again.</source>
        <translation>Salesforce hat die Sitzung beendet. Melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>Salesforce does not allow this to your user. Ask your administrator.</source>
        <translation>Salesforce erlaubt das Ihrem Benutzer nicht. Fragen Sie Ihre Administration.</translation>
    </message>
    <message>
        <source>This part is larger than Salesforce takes.</source>
        <translation>Dieser Teil ist größer, als Salesforce annimmt.</translation>
    </message>
    <message>
        <source>Salesforce is being asked too much at the moment.</source>
        <translation>Salesforce bekommt im Augenblick zu viele Anfragen.</translation>
    </message>
    <message>
        <source>Salesforce has trouble at the moment. Try again in a few minutes.</source>
        <translation>Salesforce hat gerade Schwierigkeiten. Versuchen Sie es in einigen Minuten noch einmal.</translation>
    </message>
    <message>
        <source>Salesforce sent Rowlift to another address. Check the address of the account.</source>
        <translation>Salesforce hat Rowlift an eine andere Adresse verwiesen. Prüfen Sie die Adresse des Kontos.</translation>
    </message>
    <message>
        <source>Salesforce refused this without saying why.</source>
        <translation>Salesforce hat dies abgelehnt, ohne einen Grund zu nennen.</translation>
    </message>
    <message>
        <source>Salesforce says: %1</source>
        <translation>Salesforce meldet: %1</translation>
    </message>
    <message>
        <source>Salesforce answered in a way that Rowlift does not understand.</source>
        <translation>Salesforce hat so geantwortet, dass Rowlift es nicht versteht.</translation>
    </message>
    <message>
        <source>Something on the way to Salesforce answered instead of it. Check the address of the account and the proxy of your network.</source>
        <translation>Etwas auf dem Weg zu Salesforce hat an seiner Stelle geantwortet. Prüfen Sie die Adresse des Kontos und den Proxy Ihres Netzes.</translation>
    </message>
</context>
<context>
    <name>rowlift::salesforce::AssignmentRules</name>
    <message>
        <source>By the rule “%1”, which is active</source>
        <extracomment>%1 is the name of a rule</extracomment>
        <translation>Nach der Regel „%1“ (aktiv)</translation>
    </message>
    <message>
        <source>By the rule “%1”</source>
        <translation>Nach der Regel „%1“</translation>
    </message>
    <message>
        <source>Nothing was sent: Salesforce does not show you its assignment rules. Assign by no rule, or ask your administrator.</source>
        <translation>Es wurde nichts gesendet: Salesforce zeigt Ihnen seine Zuweisungsregeln nicht. Weisen Sie nach keiner Regel zu, oder fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>Nothing was sent: no assignment rule is active in Salesforce. Activate one there, or assign by no rule.</source>
        <translation>Es wurde nichts gesendet: In Salesforce ist keine Zuweisungsregel aktiv. Aktivieren Sie dort eine, oder weisen Sie nach keiner Regel zu.</translation>
    </message>
</context>
<context>
    <name>rowlift::salesforce::BulkLoader</name>
    <message>
        <source>Salesforce answered in a way that Rowlift does not understand.</source>
        <translation>Salesforce hat so geantwortet, dass Rowlift es nicht versteht.</translation>
    </message>
</context>
<context>
    <name>rowlift::salesforce::CallLoader</name>
    <message>
        <source>There is no such job.</source>
        <translation>Einen solchen Auftrag gibt es nicht.</translation>
    </message>
    <message>
        <source>Salesforce may still be working on rows that it did not answer for. They are not sent again before that is certain, at %1 at the latest.</source>
        <translation>Salesforce arbeitet vielleicht noch an Zeilen, zu denen es nicht geantwortet hat. Sie werden erst wieder gesendet, wenn das sicher ist, spätestens um %1.</translation>
    </message>
</context>
<context>
    <name>rowlift::salesforce::CallOptions</name>
    <message>
        <source>Nothing was sent: what is set for assigning the leads is no rule. Choose one again.</source>
        <translation>Es wurde nichts gesendet: Was für die Zuweisung der Leads eingestellt ist, ist keine Regel. Wählen Sie noch einmal eine.</translation>
    </message>
</context>
<context>
    <name>rowlift::salesforce::CollectionPart</name>
    <message>
        <source>A file of this import could not be read: %1</source>
        <translation>Eine Datei dieses Imports ließ sich nicht lesen: %1</translation>
    </message>
</context>
<context>
    <name>rowlift::salesforce::Explain</name>
    <message>
        <source>A field</source>
        <translation>Ein Feld</translation>
    </message>
    <message>
        <source>These are empty, but Salesforce needs them: %1</source>
        <translation>Diese Felder sind leer, aber Salesforce braucht sie: %1</translation>
    </message>
    <message>
        <source>%1 is empty, but Salesforce needs it</source>
        <translation>%1 ist leer, aber Salesforce braucht einen Wert</translation>
    </message>
    <message>
        <source>Put in a value, or map a column to it</source>
        <translation>Tragen Sie einen Wert ein oder ordnen Sie eine Spalte zu</translation>
    </message>
    <message>
        <source>%1 is too long (max %2)</source>
        <translation>%1 ist zu lang (höchstens %2)</translation>
    </message>
    <message>
        <source>%1 is too long</source>
        <translation>%1 ist zu lang</translation>
    </message>
    <message>
        <source>Shorten it</source>
        <translation>Kürzen Sie den Wert</translation>
    </message>
    <message>
        <source>Not a valid e-mail address</source>
        <translation>Keine gültige E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Correct it, or leave it empty</source>
        <translation>Berichtigen Sie sie oder lassen Sie sie leer</translation>
    </message>
    <message>
        <source>The value is not on the list for %1</source>
        <translation>Der Wert steht nicht auf der Liste für %1</translation>
    </message>
    <message>
        <source>Choose one of the values that Salesforce lists</source>
        <translation>Wählen Sie einen der Werte, die Salesforce auflistet</translation>
    </message>
    <message>
        <source>A record like this already exists (duplicate rule)</source>
        <translation>So einen Datensatz gibt es schon (Duplikatregel)</translation>
    </message>
    <message>
        <source>Look for it in Salesforce; update it instead, or leave the row out</source>
        <translation>Suchen Sie ihn in Salesforce; ändern Sie ihn dort oder lassen Sie die Zeile aus</translation>
    </message>
    <message>
        <source>A value that must be unique is taken</source>
        <translation>Ein Wert, der einmalig sein muss, ist vergeben</translation>
    </message>
    <message>
        <source>%1 must be unique; this value is taken</source>
        <translation>%1 muss einmalig sein; dieser Wert ist vergeben</translation>
    </message>
    <message>
        <source>Change the value, or update the record that has it</source>
        <translation>Ändern Sie den Wert oder den Datensatz, der ihn hat</translation>
    </message>
    <message>
        <source>The value matches more than one record</source>
        <translation>Der Wert passt zu mehr als einem Datensatz</translation>
    </message>
    <message>
        <source>%1 matches more than one record</source>
        <translation>%1 passt zu mehr als einem Datensatz</translation>
    </message>
    <message>
        <source>Make the records in Salesforce differ, or use another field to find them</source>
        <translation>Machen Sie die Datensätze in Salesforce unterscheidbar oder finden Sie sie über ein anderes Feld</translation>
    </message>
    <message>
        <source>Your Salesforce says: %1</source>
        <translation>Ihr Salesforce meldet: %1</translation>
    </message>
    <message>
        <source>Correct the row</source>
        <translation>Berichtigen Sie die Zeile</translation>
    </message>
    <message>
        <source>An automation in Salesforce failed: %1</source>
        <translation>Ein automatischer Ablauf in Salesforce ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Show the details to your administrator, then send the row again</source>
        <translation>Zeigen Sie Ihrer Administration die Details und senden Sie die Zeile dann neu</translation>
    </message>
    <message>
        <source>The row points to a record that does not exist</source>
        <translation>Die Zeile verweist auf einen Datensatz, den es nicht gibt</translation>
    </message>
    <message>
        <source>%1 points to a record that does not exist</source>
        <translation>%1 verweist auf einen Datensatz, den es nicht gibt</translation>
    </message>
    <message>
        <source>A value is not a record id</source>
        <translation>Ein Wert ist keine Datensatz-ID</translation>
    </message>
    <message>
        <source>%1 is not a record id</source>
        <translation>%1 ist keine Datensatz-ID</translation>
    </message>
    <message>
        <source>Correct it, or find the record by another field</source>
        <translation>Berichtigen Sie den Wert oder finden Sie den Datensatz über ein anderes Feld</translation>
    </message>
    <message>
        <source>Correct the value, or change how the column is read</source>
        <translation>Berichtigen Sie den Wert oder ändern Sie, wie die Spalte gelesen wird</translation>
    </message>
    <message>
        <source>%1 is not a date</source>
        <translation>%1 ist kein Datum</translation>
    </message>
    <message>
        <source>%1 is not a time</source>
        <translation>%1 ist keine Uhrzeit</translation>
    </message>
    <message>
        <source>%1 is not a number</source>
        <translation>%1 ist keine Zahl</translation>
    </message>
    <message>
        <source>%1 is neither yes nor no</source>
        <translation>%1 ist weder Ja noch Nein</translation>
    </message>
    <message>
        <source>The value does not fit %1</source>
        <translation>Der Wert passt nicht zu %1</translation>
    </message>
    <message>
        <source>The record that the row points to was not found</source>
        <translation>Der Datensatz, auf den die Zeile verweist, wurde nicht gefunden</translation>
    </message>
    <message>
        <source>Correct the value, or leave it empty</source>
        <translation>Berichtigen Sie den Wert oder lassen Sie ihn leer</translation>
    </message>
    <message>
        <source>%1 is too large</source>
        <translation>%1 ist zu groß</translation>
    </message>
    <message>
        <source>Correct the number</source>
        <translation>Berichtigen Sie die Zahl</translation>
    </message>
    <message>
        <source>You may not change this record</source>
        <translation>Sie dürfen diesen Datensatz nicht ändern</translation>
    </message>
    <message>
        <source>You may not set %1</source>
        <translation>Sie dürfen %1 nicht setzen</translation>
    </message>
    <message>
        <source>Do not import this column, or ask your administrator</source>
        <translation>Importieren Sie diese Spalte nicht oder fragen Sie Ihre Administration</translation>
    </message>
    <message>
        <source>The record was deleted in Salesforce</source>
        <translation>Der Datensatz wurde in Salesforce gelöscht</translation>
    </message>
    <message>
        <source>Leave the row out</source>
        <translation>Lassen Sie die Zeile aus</translation>
    </message>
    <message>
        <source>The record was busy</source>
        <translation>Der Datensatz war gerade belegt</translation>
    </message>
    <message>
        <source>Send the row again</source>
        <translation>Senden Sie die Zeile noch einmal</translation>
    </message>
    <message>
        <source>Salesforce had trouble with this row</source>
        <translation>Salesforce hatte mit dieser Zeile Schwierigkeiten</translation>
    </message>
    <message>
        <source>The value that finds the record is missing</source>
        <translation>Der Wert, der den Datensatz findet, fehlt</translation>
    </message>
    <message>
        <source>Fill it in</source>
        <translation>Tragen Sie ihn ein</translation>
    </message>
    <message>
        <source>Your Salesforce has no storage left</source>
        <translation>Ihr Salesforce hat keinen Speicherplatz mehr</translation>
    </message>
    <message>
        <source>Ask your administrator</source>
        <translation>Fragen Sie Ihre Administration</translation>
    </message>
    <message>
        <source>Today&apos;s limit of your Salesforce is used up</source>
        <translation>Die Tagesmenge Ihres Salesforce ist aufgebraucht</translation>
    </message>
    <message>
        <source>Continue tomorrow</source>
        <translation>Setzen Sie morgen fort</translation>
    </message>
    <message>
        <source>The owner is not active in Salesforce any more</source>
        <translation>Der Inhaber ist in Salesforce nicht mehr aktiv</translation>
    </message>
    <message>
        <source>Choose another owner</source>
        <translation>Wählen Sie einen anderen Inhaber</translation>
    </message>
    <message>
        <source>The lead was converted and cannot be changed</source>
        <translation>Der Lead wurde umgewandelt und kann nicht geändert werden</translation>
    </message>
    <message>
        <source>Salesforce does not know the field %1 any more</source>
        <translation>Salesforce kennt das Feld %1 nicht mehr</translation>
    </message>
    <message>
        <source>Read the fields again and map the column anew</source>
        <translation>Lesen Sie die Felder neu ein und ordnen Sie die Spalte neu zu</translation>
    </message>
    <message>
        <source>Salesforce refused the whole part: %1</source>
        <translation>Salesforce hat den ganzen Teil abgelehnt: %1</translation>
    </message>
    <message>
        <source>“%1” is not on the list for %2</source>
        <extracomment>%1 is a value, %2 a field</extracomment>
        <translation>„%1“ steht nicht auf der Liste für %2</translation>
    </message>
    <message>
        <source>%1 must be unique; “%2” came twice</source>
        <translation>%1 muss eindeutig sein; „%2“ kam zweimal</translation>
    </message>
    <message>
        <source>Make one row of them</source>
        <translation>Machen Sie eine Zeile daraus</translation>
    </message>
    <message>
        <source>%1 must be unique; this value came twice</source>
        <translation>%1 muss eindeutig sein; dieser Wert kam zweimal</translation>
    </message>
    <message>
        <source>%1 points to another kind of record</source>
        <translation>%1 verweist auf eine andere Art von Datensatz</translation>
    </message>
    <message>
        <source>“%1” is not a date</source>
        <translation>„%1“ ist kein Datum</translation>
    </message>
    <message>
        <source>“%1” is not a time</source>
        <translation>„%1“ ist keine Uhrzeit</translation>
    </message>
    <message>
        <source>“%1” is not a whole number</source>
        <translation>„%1“ ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>%1 is not a whole number</source>
        <translation>%1 ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>“%1” is not a number</source>
        <translation>„%1“ ist keine Zahl</translation>
    </message>
    <message>
        <source>“%1” is neither yes nor no</source>
        <translation>„%1“ ist weder Ja noch Nein</translation>
    </message>
    <message>
        <source>“%1” does not fit %2</source>
        <translation>„%1“ passt nicht zu %2</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>group or queue</source>
        <translation>Gruppe oder Warteschlange</translation>
    </message>
    <message>
        <source>account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>No %1 with %2 = %3</source>
        <extracomment>%1 a kind of record (&quot;account&quot;), %2 a field, %3 its value</extracomment>
        <translation>Kein Datensatz (%1) mit %2 = %3</translation>
    </message>
    <message>
        <source>No %1 with this %2</source>
        <extracomment>%1 a kind of record (&quot;account&quot;), %2 a field</extracomment>
        <translation>Kein Datensatz (%1) mit diesem Wert in %2</translation>
    </message>
    <message>
        <source>%1 points to a record that you may not use</source>
        <translation>%1 verweist auf einen Datensatz, den Sie nicht verwenden dürfen</translation>
    </message>
    <message>
        <source>The row points to a record that you may not use</source>
        <translation>Die Zeile verweist auf einen Datensatz, den Sie nicht verwenden dürfen</translation>
    </message>
    <message>
        <source>Correct it, or ask your administrator</source>
        <translation>Berichtigen Sie das, oder fragen Sie Ihren Administrator</translation>
    </message>
    <message>
        <source>Salesforce keeps this record: %1</source>
        <translation>Salesforce behält diesen Datensatz: %1</translation>
    </message>
    <message>
        <source>Something still uses it: end that first, or leave the row out</source>
        <translation>Er wird noch verwendet: Beenden Sie das zuerst, oder lassen Sie die Zeile weg</translation>
    </message>
    <message>
        <source>Not saved, because another row of the same call was refused</source>
        <translation>Nicht gespeichert, weil eine andere Zeile desselben Aufrufs abgelehnt wurde</translation>
    </message>
    <message>
        <source>Correct that row, then send this one again</source>
        <translation>Berichtigen Sie jene Zeile, und senden Sie diese dann noch einmal</translation>
    </message>
    <message>
        <source>“%1” is no currency of your Salesforce</source>
        <translation>„%1“ ist keine Währung Ihres Salesforce</translation>
    </message>
    <message>
        <source>%1 is no currency of your Salesforce</source>
        <translation>%1 ist keine Währung Ihres Salesforce</translation>
    </message>
    <message>
        <source>Use a code that is set up there, as EUR</source>
        <translation>Verwenden Sie einen dort eingerichteten Code, etwa EUR</translation>
    </message>
    <message>
        <source>A limit of your Salesforce is reached: %1</source>
        <translation>Eine Grenze Ihres Salesforce ist erreicht: %1</translation>
    </message>
    <message>
        <source>A security rule of your Salesforce does not allow this</source>
        <translation>Eine Sicherheitsregel Ihres Salesforce erlaubt das nicht</translation>
    </message>
    <message>
        <source>Salesforce takes nothing but record ids when it deletes</source>
        <translation>Zum Löschen nimmt Salesforce nur Datensatz-IDs</translation>
    </message>
    <message>
        <source>Salesforce was not told the field that finds the records</source>
        <translation>Salesforce wurde das Feld nicht genannt, nach dem die Datensätze gefunden werden</translation>
    </message>
    <message>
        <source>Choose again what should happen, and by which field records are found</source>
        <translation>Wählen Sie noch einmal, was geschehen soll und nach welchem Feld Datensätze gefunden werden</translation>
    </message>
    <message>
        <source>Salesforce gave the part up, because it took too long</source>
        <translation>Salesforce hat den Teil aufgegeben, weil er zu lange dauerte</translation>
    </message>
    <message>
        <source>Send the rows again in smaller parts; automations may be slowing it down</source>
        <translation>Senden Sie die Zeilen noch einmal in kleineren Teilen; vielleicht bremsen Automatisierungen</translation>
    </message>
    <message>
        <source>Your Salesforce does not let this user import many records at once</source>
        <translation>Ihr Salesforce lässt diesen Benutzer nicht viele Datensätze auf einmal importieren</translation>
    </message>
    <message>
        <source>Send the rows in small calls, or ask your administrator about the “Bulk API”</source>
        <translation>Senden Sie die Zeilen in kleinen Aufrufen, oder fragen Sie Ihren Administrator nach der „Bulk API“</translation>
    </message>
    <message>
        <source>Salesforce does not take records of this kind from this user</source>
        <translation>Salesforce nimmt Datensätze dieser Art von diesem Benutzer nicht an</translation>
    </message>
    <message>
        <source>Salesforce had ended the part already</source>
        <translation>Salesforce hatte den Teil schon beendet</translation>
    </message>
    <message>
        <source>Send the rows again</source>
        <translation>Senden Sie die Zeilen noch einmal</translation>
    </message>
    <message>
        <source>Salesforce does not have what was asked for, or does not show it to this user</source>
        <translation>Salesforce hat das Gesuchte nicht, oder zeigt es diesem Benutzer nicht</translation>
    </message>
    <message>
        <source>Your Salesforce does not let programs in</source>
        <translation>Ihr Salesforce lässt keine Programme ein</translation>
    </message>
    <message>
        <source>Ask your administrator for “API Enabled”</source>
        <translation>Bitten Sie Ihren Administrator um „API aktiviert“</translation>
    </message>
    <message>
        <source>Salesforce has ended the session</source>
        <translation>Salesforce hat die Sitzung beendet</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Melden Sie sich wieder an</translation>
    </message>
    <message>
        <source>This part is larger than Salesforce takes</source>
        <translation>Dieser Teil ist größer, als Salesforce ihn nimmt</translation>
    </message>
    <message>
        <source>Send the rows again in smaller parts</source>
        <translation>Senden Sie die Zeilen noch einmal in kleineren Teilen</translation>
    </message>
    <message>
        <source>Row by row, no record can be found by “.” or “..”</source>
        <translation>Zeile für Zeile kann kein Datensatz nach „.“ oder „..“ gefunden werden</translation>
    </message>
    <message>
        <source>Send it in another way</source>
        <translation>Anders senden</translation>
    </message>
</context>
<context>
    <name>rowlift::salesforce::Kinds</name>
    <message>
        <source>In large parts, for any number of rows</source>
        <translation>In großen Teilen, für beliebig viele Zeilen</translation>
    </message>
    <message>
        <source>Salesforce takes a part of the file at a time, works on it by itself, and tells what became of the rows when the part is done.</source>
        <translation>Salesforce nimmt jeweils einen Teil der Datei, arbeitet ihn für sich ab und sagt, was aus den Zeilen wurde, wenn der Teil fertig ist.</translation>
    </message>
    <message>
        <source>In small calls of up to 200 rows, each call as a whole</source>
        <translation>In kleinen Aufrufen von bis zu 200 Zeilen, jeder Aufruf als Ganzes</translation>
    </message>
    <message>
        <source>Salesforce adds the rows of a call together. When it refuses some, it names them, and Rowlift sends the others again without them.</source>
        <translation>Salesforce fügt die Zeilen eines Aufrufs zusammen hinzu. Lehnt es einige ab, nennt es sie, und Rowlift sendet die anderen noch einmal ohne sie.</translation>
    </message>
    <message>
        <source>In small calls of up to 200 rows, each row by itself</source>
        <translation>In kleinen Aufrufen von bis zu 200 Zeilen, jede Zeile für sich</translation>
    </message>
    <message>
        <source>Salesforce answers at once and says most about each row. A row that it refuses keeps no other out.</source>
        <translation>Salesforce antwortet sofort und sagt am meisten über jede Zeile. Eine abgelehnte Zeile hält keine andere auf.</translation>
    </message>
    <message>
        <source>Row by row</source>
        <translation>Zeile für Zeile</translation>
    </message>
    <message>
        <source>One call for each row: for a few rows, as each call counts against the limit of the day.</source>
        <translation>Ein Aufruf je Zeile: für wenige Zeilen, denn jeder Aufruf zählt zur Tagesgrenze.</translation>
    </message>
    <message>
        <source>Assign the leads</source>
        <translation>Leads zuweisen</translation>
    </message>
    <message>
        <source>A rule of your Salesforce hands each lead to a person or a queue, whatever owner the file names.</source>
        <translation>Eine Regel Ihres Salesforce gibt jeden Lead an eine Person oder eine Warteschlange, gleich welchen Inhaber die Datei nennt.</translation>
    </message>
    <message>
        <source>By no rule</source>
        <translation>Nach keiner Regel</translation>
    </message>
    <message>
        <source>By the active rule</source>
        <translation>Nach der aktiven Regel</translation>
    </message>
    <message>
        <source>Save records although a duplicate rule warns</source>
        <translation>Datensätze speichern, obwohl eine Duplikatregel warnt</translation>
    </message>
    <message>
        <source>What a duplicate rule blocks stays out all the same.</source>
        <translation>Was eine Duplikatregel sperrt, bleibt trotzdem draußen.</translation>
    </message>
    <message>
        <source>All or nothing in each call</source>
        <translation>Alles oder nichts in jedem Aufruf</translation>
    </message>
    <message>
        <source>When Salesforce refuses a row, the other rows of its call (up to 200) stay out, too. Otherwise they are sent again without it.</source>
        <translation>Lehnt Salesforce eine Zeile ab, bleiben auch die anderen Zeilen ihres Aufrufs (bis zu 200) draußen. Sonst werden sie ohne sie noch einmal gesendet.</translation>
    </message>
</context>
<context>
    <name>rowlift::salesforce::Lookup</name>
    <message>
        <source>Salesforce cannot find records by %1. Choose another field.</source>
        <translation>Salesforce kann Datensätze nicht nach %1 finden. Wählen Sie ein anderes Feld.</translation>
    </message>
</context>
<context>
    <name>rowlift::salesforce::OldValues</name>
    <message>
        <source>The copy of what is in Salesforce now could not be written to %1. Check the disk.</source>
        <translation>Die Kopie dessen, was jetzt in Salesforce ist, konnte nicht nach %1 geschrieben werden. Prüfen Sie die Festplatte.</translation>
    </message>
</context>
<context>
    <name>rowlift::salesforce::Org</name>
    <message>
        <source>Calls left today</source>
        <translation>Heute noch mögliche Anfragen</translation>
    </message>
    <message>
        <source>Uploads left today</source>
        <translation>Heute noch mögliche Sendungen</translation>
    </message>
    <message>
        <source>Storage left (MB)</source>
        <translation>Freier Speicherplatz (MB)</translation>
    </message>
</context>
<context>
    <name>rowlift::salesforce::Parents</name>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Federation ID</source>
        <translation>Verbund-ID</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Salesforce looks up the record that has this value.</source>
        <translation>Salesforce sucht den Datensatz, der diesen Wert hat.</translation>
    </message>
    <message>
        <source>Salesforce looks up the record that has this value. A row fails if several have it.</source>
        <translation>Salesforce sucht den Datensatz, der diesen Wert hat. Eine Zeile scheitert, wenn mehrere ihn haben.</translation>
    </message>
</context>
<context>
    <name>rowlift::salesforce::Results</name>
    <message>
        <source>Salesforce&apos;s list of results could not be read. Try again in a few minutes.</source>
        <translation>Die Ergebnisliste von Salesforce konnte nicht gelesen werden. Versuchen Sie es in einigen Minuten noch einmal.</translation>
    </message>
</context>
<context>
    <name>rowlift::salesforce::Schema</name>
    <message>
        <source>This is no list of Salesforce fields. Read the fields again.</source>
        <translation>Dies ist keine Liste von Salesforce-Feldern. Lesen Sie die Felder neu ein.</translation>
    </message>
</context>
<context>
    <name>rowlift::salesforce::SignIn</name>
    <message>
        <source>Salesforce does not know this “Consumer Key” and “Consumer Secret”. Copy both again from the app in Salesforce&apos;s Setup; a new app may need ten minutes.</source>
        <translation>Salesforce kennt diesen „Consumer Key“ und dieses „Consumer Secret“ nicht. Kopieren Sie beide neu aus der App im Setup von Salesforce; eine neue App braucht vielleicht zehn Minuten.</translation>
    </message>
    <message>
        <source>Salesforce lets nobody in by this app. In Setup, switch on the app&apos;s “Client Credentials Flow” and choose the user it runs as.</source>
        <translation>Salesforce lässt über diese App niemanden ein. Schalten Sie im Setup den „Client Credentials Flow“ der App ein und wählen Sie den Benutzer, als der sie arbeitet.</translation>
    </message>
    <message>
        <source>This way of signing in is blocked in your Salesforce. Ask your administrator.</source>
        <translation>Diese Art der Anmeldung ist in Ihrem Salesforce gesperrt. Fragen Sie Ihre Administration.</translation>
    </message>
    <message>
        <source>This user or this Salesforce is not active any more. Ask your administrator.</source>
        <translation>Dieser Benutzer oder dieses Salesforce ist nicht mehr aktiv. Fragen Sie Ihre Administration.</translation>
    </message>
    <message>
        <source>Too many sign-ins in a short time. Try again in a few minutes.</source>
        <translation>Zu viele Anmeldungen in kurzer Zeit. Versuchen Sie es in einigen Minuten noch einmal.</translation>
    </message>
    <message>
        <source>Salesforce has trouble at the moment. Try again in a few minutes.</source>
        <translation>Salesforce hat gerade Schwierigkeiten. Versuchen Sie es in einigen Minuten noch einmal.</translation>
    </message>
    <message>
        <source>Salesforce did not accept the sign-in. Check the address, the key and the secret.</source>
        <translation>Salesforce hat die Anmeldung nicht angenommen. Prüfen Sie die Adresse, „Consumer Key“ und „Consumer Secret“.</translation>
    </message>
    <message>
        <source>Use the address of your own Salesforce, such as acme.my.salesforce.com, instead of %1.</source>
        <translation>Verwenden Sie die Adresse Ihres eigenen Salesforce, etwa acme.my.salesforce.com, statt %1.</translation>
    </message>
    <message>
        <source>%1 does not answer like Salesforce. Check the address.</source>
        <translation>%1 antwortet nicht wie Salesforce. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>Your Salesforce does not know Rowlift yet. An administrator must allow it once; it takes two minutes.</source>
        <translation>Ihr Salesforce kennt Rowlift noch nicht. Die Administration muss es einmal erlauben; das dauert zwei Minuten.</translation>
    </message>
    <message>
        <source>Please sign in to Salesforce again. Your work is kept.</source>
        <translation>Bitte melden Sie sich neu bei Salesforce an. Ihre Arbeit bleibt erhalten.</translation>
    </message>
    <message>
        <source>This way of signing in needs the address of your own Salesforce, such as acme.my.salesforce.com.</source>
        <translation>Diese Art der Anmeldung braucht die Adresse Ihres eigenen Salesforce, etwa acme.my.salesforce.com.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>The one in your browser while you work in Salesforce. Paste it whole.</source>
        <translation>Die in Ihrem Browser, während Sie in Salesforce arbeiten. Fügen Sie sie ganz ein.</translation>
    </message>
    <message>
        <source>With an app&apos;s key and secret</source>
        <translation>Mit Schlüssel und Geheimnis einer App</translation>
    </message>
    <message>
        <source>Consumer Key</source>
        <translation>Consumer Key</translation>
    </message>
    <message>
        <source>In Salesforce: Setup → External Client App Manager → the app → Settings → OAuth Settings.</source>
        <translation>In Salesforce: Setup → External Client App Manager → die App → Settings → OAuth Settings.</translation>
    </message>
    <message>
        <source>Consumer Secret</source>
        <translation>Consumer Secret</translation>
    </message>
    <message>
        <source>Beside the Consumer Key, on the same page.</source>
        <translation>Neben dem „Consumer Key“, auf derselben Seite.</translation>
    </message>
    <message>
        <source>With an access token</source>
        <translation>Mit einem Access Token</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Access Token</translation>
    </message>
    <message>
        <source>Your administrator&apos;s tools show it, such as “sf org display”. It ends after a few hours.</source>
        <translation>Die Werkzeuge Ihrer Administration zeigen es, etwa „sf org display“. Es gilt nur ein paar Stunden.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::AccountAgain</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Change account…</source>
        <translation>Konto ändern…</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung…</translation>
    </message>
    <message>
        <source>Waiting for this computer&apos;s keychain…</source>
        <translation>Warten auf den Schlüsselbund dieses Computers…</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::AccountChooser</name>
    <message>
        <source>%1 — %2</source>
        <extracomment>service — account</extracomment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Practice: nothing leaves this computer</source>
        <translation>Übung: Nichts verlässt diesen Computer</translation>
    </message>
    <message>
        <source>Practice accounts</source>
        <translation>Übungskonten</translation>
    </message>
    <message>
        <source>Your accounts</source>
        <translation>Ihre Konten</translation>
    </message>
    <message>
        <source>The profile is for %1.</source>
        <comment>name of a service</comment>
        <translation>Das Profil ist für %1.</translation>
    </message>
    <message>
        <source>Add an account of %1</source>
        <comment>name of a service</comment>
        <translation>Ein Konto bei %1 hinzufügen</translation>
    </message>
    <message>
        <source>Practise without an account</source>
        <translation>Ohne Konto üben</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Choose an account…</source>
        <translation>Konto wählen…</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Konto hinzufügen…</translation>
    </message>
    <message>
        <source>Manage accounts…</source>
        <translation>Konten verwalten…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Wird verbunden…</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>name of a service, &quot;import comes later&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::AccountEdit</name>
    <message>
        <source>Kind of service</source>
        <translation>Art des Dienstes</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Name des Kontos</translation>
    </message>
    <message>
        <source>As you want to see it here. Test proposes one.</source>
        <translation>So, wie Sie es hier sehen wollen. Der Test schlägt einen vor.</translation>
    </message>
    <message>
        <source>This account is for tests: nothing in it counts</source>
        <translation>Dieses Konto ist für Tests: Nichts darin zählt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The secret goes into this computer&apos;s keychain and into no file. Without a keychain it is remembered until you quit.</source>
        <translation>Das Geheimnis kommt in den Schlüsselbund dieses Computers und in keine Datei. Ohne Schlüsselbund wird es gemerkt, bis Sie Rowlift beenden.</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Ein Konto hinzufügen</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <translation>„%1“ ändern</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>Trotzdem speichern</translation>
    </message>
    <message>
        <source>Save account</source>
        <translation>Konto speichern</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Choose the kind of service.</source>
        <translation>Wählen Sie die Art des Dienstes.</translation>
    </message>
    <message>
        <source>Fill in “%1” to continue.</source>
        <translation>Füllen Sie „%1“ aus, um fortzufahren.</translation>
    </message>
    <message>
        <source>Give the account a name to save it anyway.</source>
        <translation>Geben Sie dem Konto einen Namen, um es trotzdem zu speichern.</translation>
    </message>
    <message>
        <source>Waiting for this computer&apos;s keychain…</source>
        <translation>Warten auf den Schlüsselbund dieses Computers…</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::AccountFailure</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Hide details</source>
        <extracomment>hides what &quot;Details&quot; has shown</extracomment>
        <translation>Details ausblenden</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::AccountForm</name>
    <message>
        <source>How to sign in</source>
        <translation>Art der Anmeldung</translation>
    </message>
    <message>
        <source>%1 (may stay empty)</source>
        <comment>label of a field</comment>
        <translation>%1 (darf leer bleiben)</translation>
    </message>
    <message>
        <source>Leave this empty to keep the one that is known</source>
        <translation>Leer lassen, um das bekannte zu behalten</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::AccountList</name>
    <message>
        <source>There is no account yet.</source>
        <translation>Es gibt noch kein Konto.</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Konto hinzufügen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Your accounts</source>
        <translation>Ihre Konten</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Change %1</source>
        <comment>name of an account</comment>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <comment>name of an account</comment>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Remove “%1” from this computer? Its secret is deleted too. Nothing changes in %2, and what was imported stays there.</source>
        <extracomment>%1 name of the account, %2 the service</extracomment>
        <translation>„%1“ von diesem Computer entfernen? Das Geheimnis wird mit gelöscht. In %2 ändert sich nichts, und was importiert wurde, bleibt dort.</translation>
    </message>
    <message>
        <source>Remove account and secret</source>
        <translation>Konto und Geheimnis entfernen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>“%1” is removed.</source>
        <translation>„%1“ ist entfernt.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::AccountPanel</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::AccountWords</name>
    <message>
        <source>For tests</source>
        <translation>Für Tests</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Connected as %1</source>
        <translation>Verbunden als %1</translation>
    </message>
    <message>
        <source>Signed in to %1 as %2</source>
        <comment>organization, user</comment>
        <translation>Bei %1 angemeldet als %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 &quot;Signed in to Acme as anna@acme.com&quot;, %2 Production or Sandbox</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (Sandbox)</source>
        <comment>name of an organization</comment>
        <translation>%1 (Sandbox)</translation>
    </message>
    <message>
        <source>import comes later</source>
        <translation>Import kommt später</translation>
    </message>
    <message>
        <source>“%1” is saved. Its secret is in this computer&apos;s keychain.</source>
        <translation>„%1“ ist gespeichert. Das Geheimnis liegt im Schlüsselbund dieses Computers.</translation>
    </message>
    <message>
        <source>“%1” is saved. No keychain of this computer took its secret, so it is remembered until you quit.</source>
        <translation>„%1“ ist gespeichert. Kein Schlüsselbund dieses Computers hat das Geheimnis angenommen, deshalb wird es gemerkt, bis Sie Rowlift beenden.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ActionChoice</name>
    <message>
        <source>What to do</source>
        <translation>Was geschehen soll</translation>
    </message>
    <message>
        <source>Add new</source>
        <translation>Neue hinzufügen</translation>
    </message>
    <message>
        <source>Add or update</source>
        <translation>Hinzufügen oder ändern</translation>
    </message>
    <message>
        <source>Records are found by</source>
        <comment>followed by a field</comment>
        <translation>Datensätze finden über</translation>
    </message>
    <message>
        <source>Records are found by</source>
        <translation>Datensätze finden über</translation>
    </message>
    <message>
        <source>Choose a field…</source>
        <translation>Feld wählen…</translation>
    </message>
    <message>
        <source>You may not add %1 in %2.</source>
        <translation>Sie dürfen in %2 keine %1 hinzufügen.</translation>
    </message>
    <message>
        <source>%1 does not offer this.</source>
        <comment>name of a service</comment>
        <translation>%1 bietet das nicht an.</translation>
    </message>
    <message>
        <source>Each row becomes a new record, even if the same one is there already.</source>
        <translation>Jede Zeile wird ein neuer Datensatz, auch wenn es denselben schon gibt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new record(s), even if the same ones are there already.</source>
        <translation>
            <numerusform>%Ln neuer Datensatz, auch wenn es denselben schon gibt.</numerusform>
            <numerusform>%Ln neue Datensätze, auch wenn es dieselben schon gibt.</numerusform>
        </translation>
    </message>
    <message>
        <source>You may not change %1 in %2.</source>
        <translation>Sie dürfen in %2 keine %1 ändern.</translation>
    </message>
    <message>
        <source>%1 have no field by which records can be found.</source>
        <translation>%1 haben kein Feld, über das Datensätze zu finden sind.</translation>
    </message>
    <message>
        <source>%1 with the same value in a field that you choose are changed, the others are added.</source>
        <translation>%1 mit demselben Wert in einem Feld Ihrer Wahl werden geändert, die anderen hinzugefügt.</translation>
    </message>
    <message>
        <source>unique</source>
        <comment>each value occurs once</comment>
        <translation>eindeutig</translation>
    </message>
    <message>
        <source>Update only</source>
        <translation>Nur ändern</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>You may not delete %1 in %2.</source>
        <translation>Sie dürfen %1 in %2 nicht löschen.</translation>
    </message>
    <message>
        <source>%1 that are there already are changed, nothing is added.</source>
        <translation>%1, die schon da sind, werden geändert; nichts wird hinzugefügt.</translation>
    </message>
    <message>
        <source>Proposed, because the column “%1” holds record ids of %2.</source>
        <extracomment>%1 a column, %2 Contacts
----------
%1 a column, %2 Contacts, or a field</extracomment>
        <translation>Vorgeschlagen, weil die Spalte „%1“ Datensatz-IDs von %2 enthält.</translation>
    </message>
    <message>
        <source>%1 whose record ids stand in a column of your file are deleted.</source>
        <translation>%1, deren Datensatz-IDs in einer Spalte Ihrer Datei stehen, werden gelöscht.</translation>
    </message>
    <message>
        <source>With %1, %2 lets you do nothing but delete them.</source>
        <extracomment>%1 Contacts, %2 the service</extracomment>
        <translation>%2 lässt Sie mit %1 nichts tun, als sie zu löschen.</translation>
    </message>
    <message>
        <source>Proposed, because the column “%1” fits %2.</source>
        <translation>Vorgeschlagen, weil die Spalte „%1“ zu %2 passt.</translation>
    </message>
    <message>
        <source>The values of %1 are looked up in %2 first (%3); nothing is changed by that.</source>
        <extracomment>%1 a field, %2 the service, %3 &quot;about 60 calls&quot;</extracomment>
        <translation>Die Werte von %1 werden zuerst in %2 nachgeschlagen (%3); dabei wird nichts geändert.</translation>
    </message>
    <message numerus="yes">
        <source>about %Ln call(s)</source>
        <translation>
            <numerusform>etwa %Ln Aufruf</numerusform>
            <numerusform>etwa %Ln Aufrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>The values of %1 are looked up in %2 first; nothing is changed by that.</source>
        <translation>Die Werte von %1 werden zuerst in %2 nachgeschlagen; dabei wird nichts geändert.</translation>
    </message>
    <message>
        <source>Rows that find no record, or several, are shown on Check before anything is sent.</source>
        <translation>Zeilen, die keinen oder mehrere Datensätze finden, zeigt „Prüfen“, bevor etwas gesendet wird.</translation>
    </message>
    <message>
        <source>%1 are found by</source>
        <comment>%1 Contacts; followed by a field</comment>
        <translation>%1 werden gefunden über</translation>
    </message>
    <message>
        <source>Those found are changed, the others are added.</source>
        <translation>Wer gefunden wird, wird geändert, die anderen werden hinzugefügt.</translation>
    </message>
    <message>
        <source>Those found are changed, nothing is added.</source>
        <translation>Wer gefunden wird, wird geändert; nichts wird hinzugefügt.</translation>
    </message>
    <message>
        <source>Heads-up: if several records (%1) in %2 share the same %3, that row may fail, or change only one of them.</source>
        <extracomment>%1 Contacts, %2 the service, %3 a field</extracomment>
        <translation>Hinweis: Wenn mehrere Datensätze (%1) in %2 dasselbe haben (%3), kann die Zeile scheitern oder nur einen davon ändern.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ActivityList</name>
    <message>
        <source>Activity</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>The trouble is over, the import goes on.</source>
        <translation>Die Störung ist vorbei, der Import geht weiter.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::BlankPanel</name>
    <message>
        <source>A blank cell changes nothing: what %1 has stays</source>
        <extracomment>%1 the name of a service</extracomment>
        <translation>Eine leere Zelle ändert nichts: Was in %1 steht, bleibt</translation>
    </message>
    <message>
        <source>A blank cell empties the field in %1</source>
        <translation>Eine leere Zelle leert das Feld in %1</translation>
    </message>
    <message>
        <source>Blank cells of all columns</source>
        <translation>Leere Zellen aller Spalten</translation>
    </message>
    <message>
        <source>Blank cells of %1</source>
        <translation>Leere Zellen von %1</translation>
    </message>
    <message>
        <source>As for all columns (they empty the field)</source>
        <translation>Wie bei allen Spalten (sie leeren das Feld)</translation>
    </message>
    <message>
        <source>As for all columns (they change nothing)</source>
        <translation>Wie bei allen Spalten (sie ändern nichts)</translation>
    </message>
    <message>
        <source>%1 has no way to empty a field by an import.</source>
        <translation>%1 kann ein Feld durch einen Import nicht leeren.</translation>
    </message>
    <message>
        <source>New records have nothing there yet, so it makes no difference while you add.</source>
        <translation>Neue Datensätze haben dort noch nichts; beim Hinzufügen macht es keinen Unterschied.</translation>
    </message>
    <message>
        <source>A cell that says “%1” empties its field in %2, whatever is chosen here.</source>
        <extracomment>%1 a word like #N/A, %2 the service</extracomment>
        <translation>Eine Zelle mit „%1“ leert ihr Feld in %2, gleich was hier gewählt ist.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::CellInspector</name>
    <message>
        <source>As &amp;text</source>
        <translation>Als &amp;Text</translation>
    </message>
    <message>
        <source>As &amp;bytes</source>
        <translation>Als &amp;Bytes</translation>
    </message>
    <message>
        <source>Text of the cell</source>
        <translation>Text der Zelle</translation>
    </message>
    <message>
        <source>Bytes of the cell</source>
        <translation>Bytes der Zelle</translation>
    </message>
    <message>
        <source>&amp;Previous bytes</source>
        <translation>&amp;Vorige Bytes</translation>
    </message>
    <message>
        <source>&amp;Next bytes</source>
        <translation>&amp;Nächste Bytes</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>%1, column %2</source>
        <extracomment>Where a cell is: &quot;Row 1,204, column C&quot;.</extracomment>
        <translation>%1, Spalte %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>&quot;12 characters&quot;, &quot;13 bytes as UTF-8&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n Zeichen</numerusform>
            <numerusform>%n Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) as %1</source>
        <translation>
            <numerusform>%n Byte als %1</numerusform>
            <numerusform>%n Bytes als %1</numerusform>
        </translation>
    </message>
    <message>
        <source>This is only the beginning: the whole cell has %1.</source>
        <translation>Das ist nur der Anfang: Die ganze Zelle hat %1.</translation>
    </message>
    <message>
        <source>%1 to %2 of %3</source>
        <extracomment>Which bytes of a long cell are shown, counted from 1.</extracomment>
        <translation>%1 bis %2 von %3</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::CheckGroups</name>
    <message>
        <source>Problems and heads-ups</source>
        <translation>Probleme und Hinweise</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln row(s)</source>
        <translation>
            <numerusform>Alle Zeilen (%Ln)</numerusform>
            <numerusform>Alle %Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Problem, %1, %2</source>
        <extracomment>For screen readers: %1 what was found, %2 &quot;29 rows&quot;</extracomment>
        <translation>Problem, %1, %2</translation>
    </message>
    <message>
        <source>Heads-up, %1, %2</source>
        <translation>Hinweis, %1, %2</translation>
    </message>
    <message>
        <source>%1: sent together, the later row wins</source>
        <extracomment>%1 &quot;Same Email more than once in the file&quot;</extracomment>
        <translation>%1: zusammen gesendet, die spätere Zeile gilt</translation>
    </message>
    <message>
        <source>%1: left out with it</source>
        <extracomment>%1 &quot;Another row of the same record has a problem&quot;</extracomment>
        <translation>%1: mit weggelassen</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::CheckNames</name>
    <message>
        <source>%1: %2.</source>
        <extracomment>%1 what is counted (&quot;Calls left this hour&quot;), %2 a number</extracomment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1 must already be in %2: it refuses what belongs to others.</source>
        <extracomment>%1 &quot;Contacts&quot;, %2 &quot;Dotdigital&quot;</extracomment>
        <translation>%1: müssen schon in %2 sein. Was zu anderen gehört, lehnt es ab.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln different one(s) looked up.</source>
        <extracomment>%1 &quot;Contacts&quot;</extracomment>
        <translation>
            <numerusform>%1: %Ln verschiedener nachgeschlagen.</numerusform>
            <numerusform>%1: %Ln verschiedene nachgeschlagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) belong to one that is there.</source>
        <translation>
            <numerusform>%Ln Zeile gehört zu einem, den es gibt.</numerusform>
            <numerusform>%Ln Zeilen gehören zu einem, den es gibt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln call(s)</source>
        <translation>
            <numerusform>etwa %Ln Aufruf</numerusform>
            <numerusform>etwa %Ln Aufrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Look up &amp;again</source>
        <translation>&amp;Noch einmal nachschlagen</translation>
    </message>
    <message>
        <source>Chec&amp;k which are missing</source>
        <translation>Prüfen, welche &amp;fehlen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 &quot;Check which are missing&quot;, %2 &quot;about 60 calls&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::CheckNotices</name>
    <message numerus="yes">
        <source>All %Ln row(s) have the same problem: %1.</source>
        <extracomment>%1 &quot;Birthdate cannot be read as a date&quot;</extracomment>
        <translation>
            <numerusform>Die Zeile hat ein Problem (%Ln): %1.</numerusform>
            <numerusform>Alle %Ln Zeilen haben dasselbe Problem: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <source>The file changed on disk. What was checked is not what would be sent.</source>
        <translation>Die Datei hat sich auf dem Datenträger geändert. Geprüft wurde etwas anderes, als gesendet würde.</translation>
    </message>
    <message>
        <source>No column goes to %1, so nothing can be sent.</source>
        <extracomment>%1 names of fields</extracomment>
        <translation>Keine Spalte ist %1 zugeordnet, deshalb kann nichts gesendet werden.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Map it</source>
        <translation>Zuordnen</translation>
    </message>
    <message>
        <source>Map it otherwise</source>
        <translation>Anders zuordnen</translation>
    </message>
    <message>
        <source>Choose another column</source>
        <translation>Andere Spalte wählen</translation>
    </message>
    <message>
        <source>Look at its column</source>
        <translation>Die Spalte ansehen</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>The look-up was stopped; nothing was changed. Without it nothing can be sent.</source>
        <translation>Das Nachschlagen wurde angehalten; es wurde nichts geändert. Ohne es kann nichts gesendet werden.</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Nachschlagen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) find no record in %1: left out.</source>
        <translation>
            <numerusform>%Ln Zeile findet keinen Datensatz in %1: weggelassen.</numerusform>
            <numerusform>%Ln Zeilen finden keinen Datensatz in %1: weggelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) find several records: the one changed last is updated.</source>
        <translation>
            <numerusform>%Ln Zeile findet mehrere Datensätze: Der zuletzt geänderte wird genommen.</numerusform>
            <numerusform>%Ln Zeilen finden mehrere Datensätze: Der zuletzt geänderte wird genommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) find several records: left out.</source>
        <translation>
            <numerusform>%Ln Zeile findet mehrere Datensätze: weggelassen.</numerusform>
            <numerusform>%Ln Zeilen finden mehrere Datensätze: weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation>Liste speichern…</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Update the one changed last</source>
        <translation>Den zuletzt geänderten ändern</translation>
    </message>
    <message>
        <source>Send it in another way</source>
        <translation>Anders senden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: all that the rows belong to are in %2.</source>
        <extracomment>%1 &quot;Contacts&quot;, %2 &quot;Dotdigital&quot;</extracomment>
        <translation>%1: Alle, zu denen die Zeilen gehören, sind in %2.</translation>
    </message>
    <message>
        <source>%1 that are not in %2: %3 belong to them and are sent all the same. %2 will refuse them.</source>
        <translation>%1, die nicht in %2 sind: %3 gehören dazu und werden trotzdem gesendet. %2 wird sie ablehnen.</translation>
    </message>
    <message>
        <source>%1 that are not in %2: %3 belong to them and are left out.</source>
        <extracomment>%1 &quot;Contacts&quot;, %2 &quot;Dotdigital&quot;, %3 &quot;2 rows&quot;</extracomment>
        <translation>%1, die nicht in %2 sind: %3 gehören dazu und werden weggelassen.</translation>
    </message>
    <message>
        <source>Send them all the same</source>
        <translation>Trotzdem senden</translation>
    </message>
    <message>
        <source>Add them first…</source>
        <translation>Zuerst hinzufügen…</translation>
    </message>
    <message>
        <source>%1: this takes about %2; %3 are left. What cannot be sent now waits, and can be continued when there are more.</source>
        <extracomment>%1 what is used up (&quot;Calls&quot;), %2 and %3 numbers</extracomment>
        <translation>%1: Das braucht etwa %2; übrig sind %3. Was jetzt nicht gesendet werden kann, wartet und kann fortgesetzt werden, wenn es wieder mehr gibt.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::CheckPage</name>
    <message>
        <source>Problems and heads-ups</source>
        <translation>Probleme und Hinweise</translation>
    </message>
    <message>
        <source>Checking rows</source>
        <translation>Zeilen werden geprüft</translation>
    </message>
    <message>
        <source>As &amp;sent</source>
        <translation>Wie &amp;gesendet</translation>
    </message>
    <message>
        <source>Rows of your file</source>
        <translation>Zeilen Ihrer Datei</translation>
    </message>
    <message>
        <source>There are no rows</source>
        <translation>Es gibt keine Zeilen</translation>
    </message>
    <message>
        <source>Check your rows</source>
        <translation>Ihre Zeilen prüfen</translation>
    </message>
    <message>
        <source>Checking your rows…</source>
        <translation>Ihre Zeilen werden geprüft…</translation>
    </message>
    <message>
        <source>Your rows could not be checked</source>
        <translation>Ihre Zeilen konnten nicht geprüft werden</translation>
    </message>
    <message>
        <source>None of the rows can be imported yet</source>
        <translation>Noch kann keine der Zeilen importiert werden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) need a look before you import</source>
        <translation>
            <numerusform>%Ln Zeile sollten Sie vor dem Import ansehen</numerusform>
            <numerusform>%Ln Zeilen sollten Sie vor dem Import ansehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything looks fine — %Ln row(s) ready</source>
        <translation>
            <numerusform>Alles sieht gut aus — %Ln Zeile ist bereit</numerusform>
            <numerusform>Alles sieht gut aus — %Ln Zeilen sind bereit</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 rows are ready · %3 are left out unless they are mended in the file</source>
        <translation>%1 von %2 Zeilen sind bereit · %3 werden ausgelassen, wenn sie in der Datei nicht berichtigt werden</translation>
    </message>
    <message>
        <source>Every row is checked against the rules of the fields it goes to, before anything is sent. A problem is sure to be refused, so its row is left out. A heads-up may be refused or regretted: the row is sent. Nothing leaves this computer until you press Import.</source>
        <translation>Jede Zeile wird nach den Regeln der Felder geprüft, denen sie zugeordnet ist, bevor etwas gesendet wird. Ein Problem würde sicher abgelehnt, deshalb wird die Zeile ausgelassen. Bei einem Hinweis ist das nur möglich: Die Zeile wird gesendet. Nichts verlässt diesen Computer, bevor Sie auf „Importieren“ drücken.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln row(s) into Production</source>
        <translation>
            <numerusform>%Ln Zeile in die Produktion importieren</numerusform>
            <numerusform>%Ln Zeilen in die Produktion importieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile importieren</numerusform>
            <numerusform>%Ln Zeilen importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish the steps before this one to continue</source>
        <translation>Erledigen Sie zuerst die Schritte davor</translation>
    </message>
    <message>
        <source>Read the file again to continue</source>
        <translation>Lesen Sie die Datei neu ein, um fortzufahren</translation>
    </message>
    <message>
        <source>Checking… %1 %</source>
        <translation>Prüfung läuft… %1 %</translation>
    </message>
    <message>
        <source>Checking… %1</source>
        <translation>Prüfung läuft… %1</translation>
    </message>
    <message>
        <source>The file changed: read it again to continue</source>
        <translation>Die Datei hat sich geändert: Lesen Sie sie neu ein, um fortzufahren</translation>
    </message>
    <message>
        <source>No row can be sent yet</source>
        <translation>Noch kann keine Zeile gesendet werden</translation>
    </message>
    <message>
        <source>%1 may still refuse rows for rules only it knows: validation rules, duplicates, permissions.</source>
        <translation>%1 kann Zeilen trotzdem ablehnen, nach Regeln, die nur dort bekannt sind: Gültigkeitsregeln, Duplikate, Berechtigungen.</translation>
    </message>
    <message>
        <source>As in fi&amp;le</source>
        <translation>Wie in der Da&amp;tei</translation>
    </message>
    <message>
        <source>The list is saved: %1</source>
        <translation>Die Liste ist gespeichert: %1</translation>
    </message>
    <message>
        <source>Stop looking up</source>
        <translation>Nachschlagen anhalten</translation>
    </message>
    <message>
        <source>Type %1 to delete %1 records (%2)</source>
        <extracomment>%1 a number, %2 Contacts</extracomment>
        <translation>Geben Sie %1 ein, um %1 Datensätze (%2) zu löschen</translation>
    </message>
    <message>
        <source>Looking up records</source>
        <translation>Datensätze werden nachgeschlagen</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Liste speichern</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Looking up which records your rows are for…</source>
        <translation>Es wird nachgeschlagen, zu welchen Datensätzen Ihre Zeilen gehören…</translation>
    </message>
    <message>
        <source>It is not known yet which records your rows are for</source>
        <translation>Noch ist nicht bekannt, zu welchen Datensätzen Ihre Zeilen gehören</translation>
    </message>
    <message>
        <source>None of the records can be deleted yet</source>
        <translation>Noch kann keiner der Datensätze gelöscht werden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) need a look before you delete</source>
        <translation>
            <numerusform>%Ln Zeile braucht einen Blick, bevor Sie löschen</numerusform>
            <numerusform>%Ln Zeilen brauchen einen Blick, bevor Sie löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) would be deleted</source>
        <translation>
            <numerusform>%Ln Datensatz würde gelöscht</numerusform>
            <numerusform>%Ln Datensätze würden gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln record(s) in Production</source>
        <translation>
            <numerusform>%Ln Datensatz in Produktion löschen</numerusform>
            <numerusform>%Ln Datensätze in Produktion löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln record(s)</source>
        <translation>
            <numerusform>%Ln Datensatz löschen</numerusform>
            <numerusform>%Ln Datensätze löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking up %1 in %2: %3 of %4 rows. Nothing is changed by that.</source>
        <extracomment>%1 a field, %2 the service, %3 and %4 numbers</extracomment>
        <translation>%1 wird in %2 nachgeschlagen: %3 von %4 Zeilen. Dabei wird nichts geändert.</translation>
    </message>
    <message>
        <source>Looking up… %1 %</source>
        <translation>Nachschlagen… %1 %</translation>
    </message>
    <message>
        <source>Looking up…</source>
        <translation>Nachschlagen…</translation>
    </message>
    <message>
        <source>Look the records up to continue</source>
        <translation>Schlagen Sie die Datensätze nach, um fortzufahren</translation>
    </message>
    <message>
        <source>Type how many records are deleted to continue</source>
        <translation>Geben Sie ein, wie viele Datensätze gelöscht werden, um fortzufahren</translation>
    </message>
    <message>
        <source>%1 may still refuse rows by rules that only it knows.</source>
        <extracomment>%1 &quot;Marketo&quot;</extracomment>
        <translation>%1 kann Zeilen noch nach Regeln ablehnen, die nur es selbst kennt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) ready, %1 with a heads-up</source>
        <extracomment>%1 a number of rows</extracomment>
        <translation>
            <numerusform>%Ln Zeile bereit, %1 mit Hinweis</numerusform>
            <numerusform>%Ln Zeilen bereit, %1 mit Hinweis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) ready</source>
        <translation>
            <numerusform>%Ln Zeile bereit</numerusform>
            <numerusform>%Ln Zeilen bereit</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 - not found.csv</source>
        <comment>name of a file</comment>
        <extracomment>Name of a file, %1 the name of the imported one</extracomment>
        <translation>%1 - nicht gefunden.csv</translation>
    </message>
    <message>
        <source>Looking up what your rows belong to: %1…</source>
        <extracomment>%1 &quot;Contacts&quot;</extracomment>
        <translation>Schlage nach, wozu Ihre Zeilen gehören: %1…</translation>
    </message>
    <message numerus="yes">
        <source>%1 ready, %Ln row(s) with a heads-up</source>
        <extracomment>%1 &quot;41,210 records from 100,000 rows&quot;</extracomment>
        <translation>
            <numerusform>%1 bereit, %Ln Zeile mit Hinweis</numerusform>
            <numerusform>%1 bereit, %Ln Zeilen mit Hinweis</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ready</source>
        <translation>%1 bereit</translation>
    </message>
    <message>
        <source>Everything looks fine — %1 ready</source>
        <translation>Alles sieht gut aus — %1 bereit</translation>
    </message>
    <message numerus="yes">
        <source>%1 are ready · %Ln row(s) are left out unless they are mended in the file</source>
        <extracomment>%1 &quot;41,210 records from 100,000 rows&quot;</extracomment>
        <translation>
            <numerusform>%1 sind bereit · %Ln Zeile wird weggelassen, wenn sie nicht in der Datei berichtigt wird</numerusform>
            <numerusform>%1 sind bereit · %Ln Zeilen werden weggelassen, wenn sie nicht in der Datei berichtigt werden</numerusform>
        </translation>
    </message>
    <message>
        <source>Import %1 into Production</source>
        <extracomment>%1 &quot;41,210 records from 100,000 rows&quot;</extracomment>
        <translation>%1 in die Produktion importieren</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) from %1</source>
        <extracomment>%1 &quot;100,000 rows&quot;</extracomment>
        <translation>
            <numerusform>%Ln Datensatz aus %1</numerusform>
            <numerusform>%Ln Datensätze aus %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::CheckPromise</name>
    <message>
        <source>What will happen</source>
        <translation>Was geschehen wird</translation>
    </message>
    <message>
        <source>Add %1 to %2 — %3</source>
        <extracomment>%1 &quot;Contacts&quot;, %2 the account, %3 PRODUCTION, SANDBOX or PRACTICE</extracomment>
        <translation>%1 zu %2 hinzufügen — %3</translation>
    </message>
    <message>
        <source>Add or update %1 in %2 — %3</source>
        <translation>%1 in %2 hinzufügen oder ändern — %3</translation>
    </message>
    <message>
        <source>Update %1 in %2 — %3</source>
        <translation>%1 in %2 ändern — %3</translation>
    </message>
    <message>
        <source>Delete %1 in %2 — %3</source>
        <translation>%1 in %2 löschen — %3</translation>
    </message>
    <message>
        <source>%1 of %2 columns</source>
        <translation>%1 von %2 Spalten</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln column(s) are imported</source>
        <translation>
            <numerusform>Die Spalte wird importiert (%Ln)</numerusform>
            <numerusform>Alle %Ln Spalten werden importiert</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1; not imported: %2</source>
        <extracomment>%1 &quot;14 of 16 columns&quot;, %2 names of columns</extracomment>
        <translation>%1; nicht importiert: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1; not imported: %2 and %Ln more</source>
        <translation>
            <numerusform>%1; nicht importiert: %2 und %Ln weitere</numerusform>
            <numerusform>%1; nicht importiert: %2 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Records are found by %1</source>
        <translation>Datensätze werden über %1 gefunden</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
    <message>
        <source>Blank cells leave fields as they are</source>
        <translation>Leere Zellen lassen Felder, wie sie sind</translation>
    </message>
    <message>
        <source>Blank cells are not sent</source>
        <translation>Leere Zellen werden nicht gesendet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are left out</source>
        <translation>
            <numerusform>%Ln Zeile wird ausgelassen</numerusform>
            <numerusform>%Ln Zeilen werden ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo afterwards: not from here. The results keep the record ids.</source>
        <translation>Rückgängig machen: von hier aus nicht möglich. Die Ergebnisse enthalten die Datensatz-IDs.</translation>
    </message>
    <message>
        <source>Goes to the step “Where to”</source>
        <translation>Führt zum Schritt „Wohin“</translation>
    </message>
    <message>
        <source>Goes to the step “Map”</source>
        <translation>Führt zum Schritt „Zuordnen“</translation>
    </message>
    <message>
        <source>Shows these rows</source>
        <translation>Zeigt diese Zeilen</translation>
    </message>
    <message>
        <source>Blank cells empty the fields</source>
        <translation>Leere Zellen leeren die Felder</translation>
    </message>
    <message numerus="yes">
        <source>Blank cells leave fields as they are, but empty %Ln of them</source>
        <translation>
            <numerusform>Leere Zellen lassen Felder, wie sie sind, leeren aber %Ln davon</numerusform>
            <numerusform>Leere Zellen lassen Felder, wie sie sind, leeren aber %Ln davon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fixed value(s)</source>
        <translation>
            <numerusform>%Ln fester Wert</numerusform>
            <numerusform>%Ln feste Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported before: %1, %2 rows are in. All rows are sent again.</source>
        <comment>%1 as in: yesterday 17:42</comment>
        <translation>Schon einmal importiert: %1, %2 Zeilen sind drin. Alle Zeilen werden noch einmal gesendet.</translation>
    </message>
    <message>
        <source>The record ids are in the column “%1”</source>
        <extracomment>%1 a column of the file</extracomment>
        <translation>Die Datensatz-IDs stehen in der Spalte „%1“</translation>
    </message>
    <message>
        <source>%1: %2 rows find one, %3 none, %4 several</source>
        <extracomment>%1 &quot;Records are found by Email&quot;, then numbers of rows</extracomment>
        <translation>%1: %2 Zeilen finden einen, %3 keinen, %4 mehrere</translation>
    </message>
    <message numerus="yes">
        <source>Sent in %Ln call(s) of one row</source>
        <translation>
            <numerusform>Gesendet in %Ln Aufruf mit einer Zeile</numerusform>
            <numerusform>Gesendet in %Ln Aufrufen mit je einer Zeile</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent in %Ln small call(s) of up to %1 rows</source>
        <translation>
            <numerusform>Gesendet in %Ln kleinen Aufruf von bis zu %1 Zeilen</numerusform>
            <numerusform>Gesendet in %Ln kleinen Aufrufen von bis zu %1 Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>How it is sent: %1</source>
        <extracomment>%1 a way of loading</extracomment>
        <translation>So wird gesendet: %1</translation>
    </message>
    <message>
        <source>Undo afterwards: not from here. A copy of every record is kept in the folder of this import.</source>
        <translation>Rückgängig machen: nicht von hier aus. Eine Kopie jedes Datensatzes liegt im Ordner dieses Imports.</translation>
    </message>
    <message>
        <source>Undo afterwards: not from here. No copy of the records is kept.</source>
        <translation>Rückgängig machen: nicht von hier aus. Es wird keine Kopie der Datensätze aufgehoben.</translation>
    </message>
    <message numerus="yes">
        <source>Undo afterwards: not from here. The old values are kept in the folder of this import (about %Ln call(s)).</source>
        <translation>
            <numerusform>Rückgängig machen: nicht von hier aus. Die alten Werte liegen im Ordner dieses Imports (etwa %Ln Aufruf).</numerusform>
            <numerusform>Rückgängig machen: nicht von hier aus. Die alten Werte liegen im Ordner dieses Imports (etwa %Ln Aufrufe).</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo afterwards: not from here. The old values are not kept.</source>
        <translation>Rückgängig machen: nicht von hier aus. Die alten Werte werden nicht aufgehoben.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) are deleted</source>
        <translation>
            <numerusform>%Ln Datensatz wird gelöscht</numerusform>
            <numerusform>%Ln Datensätze werden gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>Of “%1”, only what stops contact is sent</source>
        <extracomment>%1 names of columns</extracomment>
        <translation>Von „%1“ wird nur gesendet, was Kontakt beendet</translation>
    </message>
    <message>
        <source>”, “</source>
        <translation>“, „</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) say neither yes nor no to contact: left out until it is decided</source>
        <translation>
            <numerusform>%Ln Zeile sagt zum Kontakt weder Ja noch Nein: bleibt weg, bis es entschieden ist</numerusform>
            <numerusform>%Ln Zeilen sagen zum Kontakt weder Ja noch Nein: bleiben weg, bis es entschieden ist</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo afterwards: not from here. %1 does not tell which records were added.</source>
        <extracomment>%1 &quot;Marketo&quot;</extracomment>
        <translation>Rückgängig machen: nicht von hier aus. %1 sagt nicht, welche Datensätze hinzugefügt wurden.</translation>
    </message>
    <message>
        <source>Add %1 (new) to %2 — %3</source>
        <translation>%1 (neu) in %2 anlegen — %3</translation>
    </message>
    <message>
        <source>Blank cells are left out of their records</source>
        <translation>Leere Zellen werden in ihren Datensätzen weggelassen</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>question, answer</comment>
        <extracomment>%1 &quot;Each record belongs to a contact, found by&quot;, %2 a column</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>. %1</source>
        <comment>what the answer means</comment>
        <translation>. %1</translation>
    </message>
    <message>
        <source>Rows with the same “%1” form one record, with a list “%2”</source>
        <extracomment>%1 a column, %2 the name of a list</extracomment>
        <translation>Zeilen mit gleichem „%1“ bilden einen Datensatz mit einer Liste „%2“</translation>
    </message>
    <message>
        <source>Undo afterwards: no. %1 does not tell which records were new, and keeps nothing of those that are replaced.</source>
        <extracomment>%1 &quot;Dotdigital&quot;</extracomment>
        <translation>Danach zurücknehmen: nein. %1 sagt nicht, welche Datensätze neu waren, und behält nichts von denen, die ersetzt werden.</translation>
    </message>
    <message>
        <source>%1: about %2 of %3 that are left</source>
        <extracomment>%1 what is used up (&quot;Calls&quot;), %2 and %3 numbers</extracomment>
        <translation>%1: etwa %2 von %3, die übrig sind</translation>
    </message>
    <message>
        <source>Add or replace records in %1 (%2 — %3)</source>
        <extracomment>%1 &quot;Orders&quot;, %2 the account, %3 PRODUCTION, SANDBOX or PRACTICE</extracomment>
        <translation>Datensätze in %1 hinzufügen oder ersetzen (%2 — %3)</translation>
    </message>
    <message>
        <source>Times without a zone are read as those of %1</source>
        <extracomment>%1 &quot;Europe/Berlin&quot;, or several</extracomment>
        <translation>Zeiten ohne Zone gelten als die von %1</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::CheckRows</name>
    <message>
        <source>blank, not imported</source>
        <comment>a row</comment>
        <translation>leer, nicht importiert</translation>
    </message>
    <message>
        <source>left out</source>
        <comment>a row</comment>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>not imported</source>
        <comment>a row</comment>
        <translation>nicht importiert</translation>
    </message>
    <message>
        <source>fixed value</source>
        <comment>a column</comment>
        <translation>fester Wert</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>aus %1</translation>
    </message>
    <message>
        <source>Blank in the file: the field is emptied.</source>
        <translation>In der Datei leer: Das Feld wird geleert.</translation>
    </message>
    <message>
        <source>It allows contact: not sent.</source>
        <translation>Erlaubt Kontakt: nicht gesendet.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::Chip</name>
    <message>
        <source>%1 for %2</source>
        <extracomment>%1 what is done to values: &quot;trim&quot;; %2 the name of a field</extracomment>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>%1. Delete removes it.</source>
        <translation>%1. Entf entfernt es.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ChipStrip</name>
    <message>
        <source>+%1</source>
        <extracomment>So many more things are done to the value; they have no room here</extracomment>
        <translation>+%1</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ChoicePopup</name>
    <message>
        <source>Nothing fits what you typed.</source>
        <translation>Nichts passt zu Ihrer Eingabe.</translation>
    </message>
    <message>
        <source>Type to filter</source>
        <translation>Tippen zum Filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Type to filter, or a new name</source>
        <translation>Tippen zum Filtern oder ein neuer Name</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::CleanerLine</name>
    <message>
        <source>%1. %2</source>
        <extracomment>In a list of what is done to a value, one after the other: &quot;1. Remove blanks at both ends&quot;</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Blank if it is</source>
        <translation>Leer, wenn es das ist:</translation>
    </message>
    <message>
        <source>Put this where it is blank</source>
        <translation>Das eintragen, wo es leer ist</translation>
    </message>
    <message>
        <source>Digits in all</source>
        <translation>Ziffern insgesamt</translation>
    </message>
    <message>
        <source>Characters at most</source>
        <translation>Zeichen höchstens</translation>
    </message>
    <message>
        <source>digits in all</source>
        <extracomment>Behind a number</extracomment>
        <translation>Ziffern insgesamt</translation>
    </message>
    <message>
        <source>characters at most</source>
        <translation>Zeichen höchstens</translation>
    </message>
    <message>
        <source>numbers without one are from</source>
        <translation>Nummern ohne eine sind aus</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 &quot;Move up&quot;, %2 &quot;Remove blanks at both ends&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::CleanerPanel</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Nothing is done to the values before they are converted. Add what you need; it is done in the order of the list.</source>
        <translation>Mit den Werten geschieht nichts, bevor sie umgewandelt werden. Fügen Sie hinzu, was Sie brauchen; es geschieht in der Reihenfolge der Liste.</translation>
    </message>
    <message>
        <source>Add something to clean up</source>
        <translation>Etwas zum Bereinigen hinzufügen</translation>
    </message>
    <message>
        <source>Clean up %1</source>
        <translation>%1 bereinigen</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>ist nicht lesbar</translation>
    </message>
    <message>
        <source>In the sample row: %1 → %2</source>
        <extracomment>%1 a value of the file, %2 the same as it is sent; both are quoted</extracomment>
        <translation>In der Beispielzeile: %1 → %2</translation>
    </message>
    <message>
        <source>%1 is number %2 now</source>
        <translation>%1 ist jetzt Nummer %2</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>does nothing without a value</source>
        <translation>tut ohne Wert nichts</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ColumnCard</name>
    <message>
        <source>under %1 %</source>
        <translation>unter %1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Shortest and longest</source>
        <translation>Kürzester und längster</translation>
    </message>
    <message>
        <source>Most frequent</source>
        <translation>Am häufigsten</translation>
    </message>
    <message>
        <source>Built like</source>
        <translation>Aufgebaut wie</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Reading the file… %1 %</source>
        <translation>Die Datei wird gelesen … %1 %</translation>
    </message>
    <message>
        <source>Different values</source>
        <translation>Verschiedene Werte</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>Filled rows</source>
        <translation>Gefüllte Zeilen</translation>
    </message>
    <message>
        <source>Blank rows</source>
        <translation>Leere Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n Zeichen</numerusform>
            <numerusform>%n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Shortest</source>
        <translation>Kürzester</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Längster</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 how many rows, %2 their share: &quot;1,204 (12 %)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::CommandBar</name>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Progress of the work in the background</source>
        <translation>Fortschritt der Arbeit im Hintergrund</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ConsentLine</name>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Change what %1 means for contact</source>
        <extracomment>%1 the name of a column</extracomment>
        <translation>Ändern, was %1 für den Kontakt bedeutet</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ConsentPanel</name>
    <message>
        <source>Decide…</source>
        <translation>Entscheiden …</translation>
    </message>
    <message>
        <source>Contact: %1</source>
        <translation>Kontakt: %1</translation>
    </message>
    <message>
        <source>What does the column say?</source>
        <translation>Was sagt die Spalte?</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ConsentWords</name>
    <message>
        <source>yes</source>
        <extracomment>A value of the file</extracomment>
        <translation>ja</translation>
    </message>
    <message>
        <source>may not be called</source>
        <translation>darf nicht angerufen werden</translation>
    </message>
    <message>
        <source>may be called</source>
        <translation>darf angerufen werden</translation>
    </message>
    <message>
        <source>opted out</source>
        <translation>abgemeldet</translation>
    </message>
    <message>
        <source>not opted out</source>
        <translation>nicht abgemeldet</translation>
    </message>
    <message>
        <source>not opted in</source>
        <translation>nicht angemeldet</translation>
    </message>
    <message>
        <source>opted in</source>
        <translation>angemeldet</translation>
    </message>
    <message>
        <source>⇄ turned round: “%1” = %2</source>
        <extracomment>%1 a value of the file, %2 &quot;not opted out&quot;</extracomment>
        <translation>⇄ umgedreht: „%1“ = %2</translation>
    </message>
    <message>
        <source>not turned round: “%1” = %2</source>
        <translation>nicht umgedreht: „%1“ = %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) allow contact again</source>
        <translation>
            <numerusform>%Ln Zeile erlaubt Kontakt wieder</numerusform>
            <numerusform>%Ln Zeilen erlauben Kontakt wieder</numerusform>
        </translation>
    </message>
    <message>
        <source>what allows contact again is sent, too</source>
        <translation>auch was Kontakt wieder erlaubt, wird gesendet</translation>
    </message>
    <message>
        <source>only what stops contact is sent</source>
        <translation>nur was Kontakt beendet, wird gesendet</translation>
    </message>
    <message>
        <source>Records that are added have not refused anything yet: both are sent.</source>
        <translation>Datensätze, die hinzugefügt werden, haben noch nichts abgelehnt: Beides wird gesendet.</translation>
    </message>
    <message>
        <source>Sending that would subscribe people again who have unsubscribed in %1.</source>
        <extracomment>%1 the service</extracomment>
        <translation>Das zu senden würde Personen wieder anmelden, die sich in %1 abgemeldet haben.</translation>
    </message>
    <message>
        <source>Sending that would allow again what people have refused in %1.</source>
        <translation>Das zu senden würde wieder erlauben, was Personen in %1 abgelehnt haben.</translation>
    </message>
    <message>
        <source>The same goes into every row.</source>
        <translation>Dasselbe kommt in jede Zeile.</translation>
    </message>
    <message>
        <source>Some rows may allow contact.</source>
        <translation>Manche Zeilen könnten Kontakt erlauben.</translation>
    </message>
    <message>
        <source>No row allows contact: nobody is subscribed again.</source>
        <translation>Keine Zeile erlaubt Kontakt: Niemand wird wieder angemeldet.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) allow contact (“%1”).</source>
        <extracomment>%1 a value of the file</extracomment>
        <translation>
            <numerusform>%Ln Zeile erlaubt Kontakt („%1“).</numerusform>
            <numerusform>%Ln Zeilen erlauben Kontakt („%1“).</numerusform>
        </translation>
    </message>
    <message>
        <source>Send only what stops contact</source>
        <translation>Nur senden, was Kontakt beendet</translation>
    </message>
    <message numerus="yes">
        <source>Send only the %Ln unsubscribe(s)</source>
        <translation>
            <numerusform>Nur die %Ln Abmeldung senden</numerusform>
            <numerusform>Nur die %Ln Abmeldungen senden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send only the %Ln that stop(s) contact</source>
        <translation>
            <numerusform>Nur die %Ln Zeile senden, die Kontakt beendet</numerusform>
            <numerusform>Nur die %Ln Zeilen senden, die Kontakt beenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Send both</source>
        <translation>Beides senden</translation>
    </message>
    <message>
        <source>“%1” in the file means: %2 (turned round)</source>
        <extracomment>%1 a value of the file, %2 &quot;not opted out&quot;</extracomment>
        <translation>„%1“ in der Datei heißt: %2 (umgedreht)</translation>
    </message>
    <message>
        <source>“%1” in the file means: %2</source>
        <translation>„%1“ in der Datei heißt: %2</translation>
    </message>
    <message numerus="yes">
        <source>only %Ln row(s) that stop contact are sent, %1 that allow it are not</source>
        <extracomment>%1 a number of rows</extracomment>
        <translation>
            <numerusform>nur %Ln Zeile, die Kontakt beendet, wird gesendet, %1, die ihn erlauben, nicht</numerusform>
            <numerusform>nur %Ln Zeilen, die Kontakt beenden, werden gesendet, %1, die ihn erlauben, nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the values of a list</extracomment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>values</comment>
        <extracomment>%1 values of a file</extracomment>
        <translation>
            <numerusform>%1 und %Ln weiteres</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln row(s) · %2</source>
        <extracomment>%1 values of the file, %2 what they mean: &quot;opted out&quot;</extracomment>
        <translation>
            <numerusform>%1: %Ln Zeile · %2</numerusform>
            <numerusform>%1: %Ln Zeilen · %2</numerusform>
        </translation>
    </message>
    <message>
        <source>There are more different values: their rows are not counted here.</source>
        <translation>Es gibt noch mehr verschiedene Werte: Ihre Zeilen sind hier nicht gezählt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) say neither yes nor no (%1): they are left out until it is decided.</source>
        <extracomment>%1 values of the file</extracomment>
        <translation>
            <numerusform>%Ln Zeile sagt weder Ja noch Nein (%1): Sie bleibt weg, bis es entschieden ist.</numerusform>
            <numerusform>%Ln Zeilen sagen weder Ja noch Nein (%1): Sie bleiben weg, bis es entschieden ist.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::CopyPanel</name>
    <message>
        <source>Second field</source>
        <translation>Zweites Feld</translation>
    </message>
    <message>
        <source>Choose a field…</source>
        <translation>Feld wählen…</translation>
    </message>
    <message>
        <source>The same values go to</source>
        <translation>Dieselben Werte gehen an</translation>
    </message>
    <message>
        <source>Copy %1 to a second field</source>
        <translation>%1 in ein zweites Feld kopieren</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::DateQuestion</name>
    <message>
        <source>day.month.year</source>
        <translation>Tag.Monat.Jahr</translation>
    </message>
    <message>
        <source>month.day.year</source>
        <translation>Monat.Tag.Jahr</translation>
    </message>
    <message>
        <source>Dates are</source>
        <translation>Datum als</translation>
    </message>
    <message>
        <source>Dates of %1 are day.month.year</source>
        <translation>Datumsangaben in %1 sind Tag.Monat.Jahr</translation>
    </message>
    <message>
        <source>Dates of %1 are month.day.year</source>
        <translation>Datumsangaben in %1 sind Monat.Tag.Jahr</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::DatesPanel</name>
    <message>
        <source>How the dates are written</source>
        <translation>Wie die Daten geschrieben sind</translation>
    </message>
    <message>
        <source>Dates are</source>
        <translation>Datum als</translation>
    </message>
    <message>
        <source>day.month.year</source>
        <translation>Tag.Monat.Jahr</translation>
    </message>
    <message>
        <source>month.day.year</source>
        <translation>Monat.Tag.Jahr</translation>
    </message>
    <message>
        <source>are not read</source>
        <translation>werden nicht gelesen</translation>
    </message>
    <message>
        <source>are from %1 to %2</source>
        <extracomment>Two years: &quot;1950 to 2049&quot;</extracomment>
        <translation>sind aus %1 bis %2</translation>
    </message>
    <message>
        <source>Time zone of these times</source>
        <translation>Zeitzone dieser Zeiten</translation>
    </message>
    <message>
        <source>this computer&apos;s time zone</source>
        <translation>Zeitzone dieses Computers</translation>
    </message>
    <message>
        <source>These times are in</source>
        <extracomment>Followed by the choice of a time zone</extracomment>
        <translation>Diese Zeiten gelten in</translation>
    </message>
    <message>
        <source>“%1” in row %2 only fits %3.</source>
        <extracomment>%1 a date of the file, %2 the number of its row, %3 &quot;day.month.year&quot;</extracomment>
        <translation>„%1“ in Zeile %2 passt nur zu %3.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) fit both, and none decides it.</source>
        <translation>
            <numerusform>%Ln Zeile passt zu beidem, keine entscheidet es.</numerusform>
            <numerusform>%Ln Zeilen passen zu beidem, keine entscheidet es.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Years of two digits (%Ln row(s), such as “%1”)</source>
        <translation>
            <numerusform>Jahre mit zwei Ziffern (%Ln Zeile, etwa „%1“)</numerusform>
            <numerusform>Jahre mit zwei Ziffern (%Ln Zeilen, etwa „%1“)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Plain numbers (%Ln row(s), such as “%1”) are days as a spreadsheet counts them</source>
        <translation>
            <numerusform>Bloße Zahlen (%Ln Zeile, etwa „%1“) sind Tage, wie eine Tabelle sie zählt</numerusform>
            <numerusform>Bloße Zahlen (%Ln Zeilen, etwa „%1“) sind Tage, wie eine Tabelle sie zählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have a time, which this field does not take: “%1” in row %2.</source>
        <translation>
            <numerusform>%Ln Zeile hat eine Uhrzeit, die dieses Feld nicht annimmt: „%1“ in Zeile %2.</numerusform>
            <numerusform>%Ln Zeilen haben eine Uhrzeit, die dieses Feld nicht annimmt: „%1“ in Zeile %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” in row %2</source>
        <translation>„%1“ in Zeile %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) cannot be read as dates: %1.</source>
        <translation>
            <numerusform>%Ln Zeile ist nicht als Datum lesbar: %1.</numerusform>
            <numerusform>%Ln Zeilen sind nicht als Datum lesbar: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Dates of %1</source>
        <translation>Daten von %1</translation>
    </message>
    <message>
        <source>All rows are being read…</source>
        <translation>Alle Zeilen werden gelesen…</translation>
    </message>
    <message>
        <source>No dates were found in the file.</source>
        <translation>In der Datei wurden keine Daten gefunden.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::Demo</name>
    <message>
        <source>%1 rows have an outcome where the sample has %2.</source>
        <translation>%1 Zeilen haben ein Ergebnis, das Beispiel hat %2.</translation>
    </message>
    <message>
        <source>Row %1: expected %2, reported %3.</source>
        <translation>Zeile %1: erwartet %2, gemeldet %3.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::DemoDriver</name>
    <message numerus="yes">
        <source>Saved “%1” (%n row(s)).</source>
        <translation>
            <numerusform>„%1“ gespeichert (%n Zeile).</numerusform>
            <numerusform>„%1“ gespeichert (%n Zeilen).</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder “%1” cannot be made.</source>
        <translation>Der Ordner „%1“ kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Start: opening the sample file.</source>
        <translation>Start: Die Beispieldatei wird geöffnet.</translation>
    </message>
    <message>
        <source>File: looking at how it is read.</source>
        <translation>Datei: Rowlift sieht nach, wie sie zu lesen ist.</translation>
    </message>
    <message>
        <source>Where to: signing in to the practice account.</source>
        <translation>Wohin: Anmeldung beim Übungskonto.</translation>
    </message>
    <message>
        <source>Where to: contacts, add new.</source>
        <translation>Wohin: Contacts, neue hinzufügen.</translation>
    </message>
    <message>
        <source>Where to: done.</source>
        <translation>Wohin: erledigt.</translation>
    </message>
    <message>
        <source>Map: Rowlift proposes where each column goes.</source>
        <translation>Zuordnen: Rowlift schlägt vor, wohin jede Spalte gehört.</translation>
    </message>
    <message>
        <source>Check: every row, before anything is sent.</source>
        <translation>Prüfen: jede Zeile, bevor etwas gesendet wird.</translation>
    </message>
    <message>
        <source>Import: sending to the practice account.</source>
        <translation>Import: Es wird an das Übungskonto gesendet.</translation>
    </message>
    <message>
        <source>Results: reading what became of every row.</source>
        <translation>Ergebnisse: Es wird gelesen, was aus jeder Zeile geworden ist.</translation>
    </message>
    <message>
        <source>Results: saving the reports.</source>
        <translation>Ergebnisse: Die Berichte werden gespeichert.</translation>
    </message>
    <message>
        <source>The button “%1” cannot be pressed.</source>
        <translation>Die Schaltfläche „%1“ lässt sich nicht drücken.</translation>
    </message>
    <message>
        <source>Saved “%1”.</source>
        <translation>„%1“ gespeichert.</translation>
    </message>
    <message>
        <source>“%1” cannot be written.</source>
        <translation>„%1“ kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 rows in the file: %2 added, %3 failed, %4 left out.</source>
        <translation>%1 Zeilen in der Datei: %2 hinzugefügt, %3 fehlgeschlagen, %4 ausgelassen.</translation>
    </message>
    <message>
        <source>Every row&apos;s outcome is the planted one.</source>
        <translation>Das Ergebnis jeder Zeile ist das vorgesehene.</translation>
    </message>
    <message>
        <source>The outcome is not the planted one.</source>
        <translation>Das Ergebnis ist nicht das vorgesehene.</translation>
    </message>
    <message>
        <source>Pictures and reports are in “%1”.</source>
        <translation>Bilder und Berichte liegen in „%1“.</translation>
    </message>
    <message>
        <source>The demo could not go on: %1</source>
        <translation>Die Vorführung konnte nicht weitergehen: %1</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::DestinationStrip</name>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>nothing leaves this computer</source>
        <translation>nichts verlässt diesen Computer</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>account, user</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>kind of account — its name</comment>
        <translation>%1 — %2</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::DropZone</name>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Try it with a sample file</source>
        <translation>Mit einer Beispieldatei ausprobieren</translation>
    </message>
    <message>
        <source>Choose a spreadsheet file, or drop one here</source>
        <translation>Wählen Sie eine Tabellendatei oder ziehen Sie eine hierher</translation>
    </message>
    <message>
        <source>Invented people and a practice account: nothing leaves this computer.</source>
        <translation>Erfundene Personen und ein Übungskonto: Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Drop a file here</source>
        <translation>Ziehen Sie eine Datei hierher</translation>
    </message>
    <message>
        <source>Drop to open %1</source>
        <comment>name of a file</comment>
        <translation>Loslassen, um %1 zu öffnen</translation>
    </message>
    <message>
        <source>or paste cells</source>
        <translation>oder Zellen einfügen</translation>
    </message>
    <message>
        <source>Paste cells</source>
        <translation>Zellen einfügen</translation>
    </message>
    <message>
        <source>CSV, TSV, TXT or Excel (.xlsx)</source>
        <translation>CSV, TSV, TXT oder Excel (.xlsx)</translation>
    </message>
    <message numerus="yes">
        <source>Drop %n files: one is opened first</source>
        <translation>
            <numerusform>%n Datei ablegen</numerusform>
            <numerusform>%n Dateien ablegen: eine wird zuerst geöffnet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::EncodingRows</name>
    <message>
        <source>All languages (Unicode)</source>
        <translation>Alle Sprachen (Unicode)</translation>
    </message>
    <message>
        <source>Western European</source>
        <translation>Westeuropäisch</translation>
    </message>
    <message>
        <source>Central European</source>
        <translation>Mitteleuropäisch</translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <translation>Kyrillisch</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <source>Baltic and Nordic</source>
        <translation>Baltisch und Nordisch</translation>
    </message>
    <message>
        <source>Celtic and Portuguese</source>
        <translation>Keltisch und Portugiesisch</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Vietnamesisch</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Thailändisch</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>Indian scripts</source>
        <translation>Indische Schriften</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::FieldChoices</name>
    <message>
        <source>Not imported</source>
        <translation>Nicht importiert</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>long text</source>
        <translation>langer Text</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>ganze Zahl</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>yes/no</source>
        <translation>ja/nein</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>date and time</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>web address</source>
        <translation>Webadresse</translation>
    </message>
    <message>
        <source>record id</source>
        <translation>Datensatz-ID</translation>
    </message>
    <message numerus="yes">
        <source>list of %n value(s)</source>
        <translation>
            <numerusform>Liste mit %n Wert</numerusform>
            <numerusform>Liste mit %n Werten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>several of %n value(s)</source>
        <translation>
            <numerusform>mehrere von %n Wert</numerusform>
            <numerusform>mehrere von %n Werten</numerusform>
        </translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>used by %1</source>
        <extracomment>%1 is the letter of a column; choosing the field takes it from there</extracomment>
        <translation>belegt durch %1</translation>
    </message>
    <message>
        <source>Best guesses</source>
        <translation>Beste Vorschläge</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Alle Felder</translation>
    </message>
    <message>
        <source>Cannot be set</source>
        <translation>Nicht zu setzen</translation>
    </message>
    <message>
        <source>%1 · %2 does not let it be set</source>
        <translation>%1 · lässt sich in %2 nicht setzen</translation>
    </message>
    <message>
        <source>The column stays in your file</source>
        <translation>Die Spalte bleibt in Ihrer Datei</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>goes to %1 now</source>
        <translation>geht jetzt an %1</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Not used yet</source>
        <translation>Noch nicht belegt</translation>
    </message>
    <message>
        <source>found while importing</source>
        <comment>a record that is named by one of its keys</comment>
        <translation>wird beim Import gefunden</translation>
    </message>
    <message>
        <source>Other records, by a key of theirs</source>
        <translation>Andere Datensätze, nach einem ihrer Schlüssel</translation>
    </message>
    <message>
        <source>%1 · it is looked up</source>
        <translation>%1 · wird nachgeschlagen</translation>
    </message>
    <message>
        <source>list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>as it is there</source>
        <comment>the type of a property</comment>
        <translation>wie es dort ist</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>A new property</source>
        <translation>Eine neue Eigenschaft</translation>
    </message>
    <message>
        <source>a new property</source>
        <translation>eine neue Eigenschaft</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::FieldVerdict</name>
    <message>
        <source>“%1” in row %2</source>
        <extracomment>%1 a value of the file, %2 the number of its row</extracomment>
        <translation>„%1“ in Zeile %2</translation>
    </message>
    <message>
        <source>Day or month first?</source>
        <translation>Tag oder Monat zuerst?</translation>
    </message>
    <message>
        <source>No row tells whether day or month comes first. Choose below.</source>
        <translation>Keine Zeile verrät, ob Tag oder Monat zuerst steht. Wählen Sie unten.</translation>
    </message>
    <message>
        <source>Which hundred years?</source>
        <translation>Welche hundert Jahre?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have years of two digits: %1.</source>
        <translation>
            <numerusform>%Ln Zeile hat ein Jahr mit zwei Ziffern: %1.</numerusform>
            <numerusform>%Ln Zeilen haben Jahre mit zwei Ziffern: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Numbers instead of dates</source>
        <translation>Zahlen statt Daten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have plain numbers: %1.</source>
        <translation>
            <numerusform>%Ln Zeile hat eine bloße Zahl: %1.</numerusform>
            <numerusform>%Ln Zeilen haben bloße Zahlen: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be read</source>
        <translation>
            <numerusform>%Ln ist nicht lesbar</numerusform>
            <numerusform>%Ln sind nicht lesbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) cannot be read as dates: %1.</source>
        <translation>
            <numerusform>%Ln Zeile ist nicht als Datum lesbar: %1.</numerusform>
            <numerusform>%Ln Zeilen sind nicht als Datum lesbar: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 can only be read one way.</source>
        <translation>%1 ist nur auf eine Art lesbar.</translation>
    </message>
    <message>
        <source>Comma or point?</source>
        <translation>Komma oder Punkt?</translation>
    </message>
    <message>
        <source>“%1” can be two numbers: no row tells what stands before the decimals.</source>
        <translation>„%1“ kann zwei Zahlen bedeuten: Keine Zeile verrät, was vor den Nachkommastellen steht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) cannot be read as numbers.</source>
        <translation>
            <numerusform>%Ln Zeile ist nicht als Zahl lesbar.</numerusform>
            <numerusform>%Ln Zeilen sind nicht als Zahl lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message numerus="yes">
        <source>%Ln neither yes nor no</source>
        <translation>
            <numerusform>%Ln weder ja noch nein</numerusform>
            <numerusform>%Ln weder ja noch nein</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not on the list</source>
        <translation>
            <numerusform>%Ln nicht auf der Liste</numerusform>
            <numerusform>%Ln nicht auf der Liste</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 &quot;3 not on the list&quot;, %2 some of the values</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Your profile reads these dates day first, but %1 only fits month first.</source>
        <translation>Ihr Profil liest bei diesen Daten den Tag zuerst, aber %1 passt nur mit dem Monat zuerst.</translation>
    </message>
    <message>
        <source>You read these dates day first, but %1 only fits month first.</source>
        <translation>Sie lesen bei diesen Daten den Tag zuerst, aber %1 passt nur mit dem Monat zuerst.</translation>
    </message>
    <message>
        <source>Your profile reads these dates month first, but %1 only fits day first.</source>
        <translation>Ihr Profil liest bei diesen Daten den Monat zuerst, aber %1 passt nur mit dem Tag zuerst.</translation>
    </message>
    <message>
        <source>You read these dates month first, but %1 only fits day first.</source>
        <translation>Sie lesen bei diesen Daten den Monat zuerst, aber %1 passt nur mit dem Tag zuerst.</translation>
    </message>
    <message>
        <source>Your profile reads these numbers with a decimal comma, but %1 only fits a decimal point.</source>
        <translation>Ihr Profil liest diese Zahlen mit Dezimalkomma, aber %1 passt nur mit Dezimalpunkt.</translation>
    </message>
    <message>
        <source>You read these numbers with a decimal comma, but %1 only fits a decimal point.</source>
        <translation>Sie lesen diese Zahlen mit Dezimalkomma, aber %1 passt nur mit Dezimalpunkt.</translation>
    </message>
    <message>
        <source>Your profile reads these numbers with a decimal point, but %1 only fits a decimal comma.</source>
        <translation>Ihr Profil liest diese Zahlen mit Dezimalpunkt, aber %1 passt nur mit Dezimalkomma.</translation>
    </message>
    <message>
        <source>You read these numbers with a decimal point, but %1 only fits a decimal comma.</source>
        <translation>Sie lesen diese Zahlen mit Dezimalpunkt, aber %1 passt nur mit Dezimalkomma.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::FileDesk</name>
    <message>
        <source>Pasted cells</source>
        <translation>Eingefügte Zellen</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::FileFacts</name>
    <message>
        <source>See row</source>
        <translation>Zeile zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to know about this file</source>
        <translation>
            <numerusform>%n Hinweis zu dieser Datei</numerusform>
            <numerusform>%n Hinweise zu dieser Datei</numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Use only the failed rows</source>
        <translation>Nur die fehlgeschlagenen Zeilen benutzen</translation>
    </message>
    <message>
        <source>Treat as a normal file</source>
        <translation>Wie eine gewöhnliche Datei behandeln</translation>
    </message>
    <message>
        <source>See rows</source>
        <translation>Zeilen ansehen</translation>
    </message>
    <message>
        <source>Count it again</source>
        <comment>as a thing to know</comment>
        <translation>Wieder aufführen</translation>
    </message>
    <message>
        <source>Not a problem</source>
        <translation>Kein Problem</translation>
    </message>
    <message>
        <source>Nothing in this file needs a look</source>
        <translation>Nichts in dieser Datei muss angesehen werden</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::FileGrid</name>
    <message>
        <source>Rows of the file</source>
        <translation>Zeilen der Datei</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::FileNotices</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Use a copy</source>
        <translation>Eine Kopie benutzen</translation>
    </message>
    <message>
        <source>Cannot read the file any more (%1).</source>
        <translation>Die Datei lässt sich nicht mehr lesen (%1).</translation>
    </message>
    <message>
        <source>Locate…</source>
        <comment>a file that has gone</comment>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>The file may not be read: it is open in another program, or belongs to somebody else. Close it there, or work with a copy.</source>
        <translation>Die Datei darf nicht gelesen werden: Sie ist in einem anderen Programm offen oder gehört jemand anderem. Schließen Sie sie dort, oder arbeiten Sie mit einer Kopie.</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>Eine andere Datei wählen</translation>
    </message>
    <message>
        <source>The file changed at %1. Read it again? Your mapping is kept.</source>
        <translation>Die Datei hat sich um %1 geändert. Neu lesen? Ihre Zuordnung bleibt erhalten.</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>This file has no rows below the header.</source>
        <translation>Diese Datei hat unter der Kopfzeile keine Zeilen.</translation>
    </message>
    <message>
        <source>The file is open in another program. Close it there, or work with a copy.</source>
        <translation>Die Datei ist in einem anderen Programm offen. Schließen Sie sie dort, oder arbeiten Sie mit einer Kopie.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln formula(s) of this sheet have no value yet, so their cells are blank here. Open the file in Excel and save it there.</source>
        <translation>
            <numerusform>%Ln Formel dieses Blatts hat noch keinen Wert; ihre Zelle ist hier leer. Öffnen Sie die Datei in Excel und speichern Sie sie dort.</numerusform>
            <numerusform>%Ln Formeln dieses Blatts haben noch keinen Wert; ihre Zellen sind hier leer. Öffnen Sie die Datei in Excel und speichern Sie sie dort.</numerusform>
        </translation>
    </message>
    <message>
        <source>Large file: checks run in the background, you can go on.</source>
        <translation>Große Datei: Geprüft wird im Hintergrund, Sie können weitermachen.</translation>
    </message>
    <message>
        <source>Waiting for the drive (%1)…</source>
        <translation>Das Laufwerk (%1) antwortet noch nicht …</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::FilePage</name>
    <message>
        <source>Change file</source>
        <translation>Datei wechseln</translation>
    </message>
    <message>
        <source>Check that the columns look right</source>
        <translation>Prüfen Sie, ob die Spalten stimmen</translation>
    </message>
    <message>
        <source>Spreadsheet files do not say how they were written. Rowlift looks at your file and shows what it found: if names, umlauts and columns look right here, they will arrive right. Your file is only read, never changed.</source>
        <translation>Tabellendateien sagen nicht, wie sie geschrieben wurden. Rowlift sieht Ihre Datei an und zeigt, was es gefunden hat: Wenn Namen, Umlaute und Spalten hier stimmen, kommen sie auch richtig an. Ihre Datei wird nur gelesen, nie verändert.</translation>
    </message>
    <message>
        <source>Next: Where to</source>
        <translation>Weiter: Wohin</translation>
    </message>
    <message>
        <source>Choose another file to continue</source>
        <translation>Wählen Sie eine andere Datei, um fortzufahren</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Die Datei wird gelesen …</translation>
    </message>
    <message>
        <source>There are no rows to import</source>
        <translation>Es gibt keine Zeilen zum Importieren</translation>
    </message>
    <message>
        <source>No rows to show</source>
        <translation>Keine Zeilen zu zeigen</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Benutzen</translation>
    </message>
    <message>
        <source>Start fresh</source>
        <translation>Neu beginnen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln Spalte</numerusform>
            <numerusform>%Ln Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of what is said of a file</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>All %n column(s) are the same.</source>
        <translation>
            <numerusform>Die Spalte ist dieselbe (%n).</numerusform>
            <numerusform>Alle %n Spalten sind dieselben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) are the same.</source>
        <translation>
            <numerusform>%n Spalte ist dieselbe.</numerusform>
            <numerusform>%n Spalten sind dieselben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new (%1): not imported unless you map it.</source>
        <comment>columns</comment>
        <translation>
            <numerusform>%n neu (%1): wird nicht importiert, wenn Sie sie nicht zuordnen.</numerusform>
            <numerusform>%n neu (%1): werden nicht importiert, wenn Sie sie nicht zuordnen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing (%1).</source>
        <comment>columns</comment>
        <translation>
            <numerusform>%n fehlt (%1).</numerusform>
            <numerusform>%n fehlen (%1).</numerusform>
        </translation>
    </message>
    <message>
        <source>This looks like your profile “%1”: add or update records (%2) in %3.</source>
        <translation>Das sieht nach Ihrem Profil „%1“ aus: Datensätze (%2) in %3 hinzufügen oder ändern.</translation>
    </message>
    <message>
        <source>This looks like your profile “%1”: add new records (%2) to %3.</source>
        <translation>Das sieht nach Ihrem Profil „%1“ aus: neue Datensätze (%2) zu %3 hinzufügen.</translation>
    </message>
    <message>
        <source>Map it</source>
        <comment>a new column</comment>
        <translation>Zuordnen</translation>
    </message>
    <message>
        <source>This looks like your profile “%1”: add or replace records (%2) in %3.</source>
        <extracomment>%1 a profile, %2 the kind of record as the service names it (&quot;Contact&quot;), %3 an account</extracomment>
        <translation>Das sieht aus wie Ihr Profil „%1“: Datensätze (%2) in %3 hinzufügen oder ersetzen.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::FileSide</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Cell</source>
        <comment>title of the panel</comment>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>Column</source>
        <comment>title of the panel</comment>
        <translation>Spalte</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::FileWords</name>
    <message numerus="yes">
        <source>%Ln row(s) have a quotation mark that is never closed. The first is row %1.</source>
        <translation>
            <numerusform>%Ln Zeile hat ein Anführungszeichen, das nicht geschlossen wird: Zeile %1.</numerusform>
            <numerusform>%Ln Zeilen haben ein Anführungszeichen, das nicht geschlossen wird. Die erste ist Zeile %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have characters that cannot be read in this encoding. The first is row %1.</source>
        <translation>
            <numerusform>%Ln Zeile hat Zeichen, die in dieser Kodierung nicht lesbar sind: Zeile %1.</numerusform>
            <numerusform>%Ln Zeilen haben Zeichen, die in dieser Kodierung nicht lesbar sind. Die erste ist Zeile %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have invisible empty characters (NUL) in them. The first is row %1.</source>
        <translation>
            <numerusform>%Ln Zeile enthält unsichtbare leere Zeichen (NUL): Zeile %1.</numerusform>
            <numerusform>%Ln Zeilen enthalten unsichtbare leere Zeichen (NUL). Die erste ist Zeile %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have more or fewer cells than the header. The first is row %1.</source>
        <translation>
            <numerusform>%Ln Zeile hat mehr oder weniger Zellen als die Kopfzeile: Zeile %1.</numerusform>
            <numerusform>%Ln Zeilen haben mehr oder weniger Zellen als die Kopfzeile. Die erste ist Zeile %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column name(s) stand in the header more than once: a number was put behind them.</source>
        <translation>
            <numerusform>%Ln Spaltenname steht mehrfach in der Kopfzeile: Eine Nummer wurde angehängt.</numerusform>
            <numerusform>%Ln Spaltennamen stehen mehrfach in der Kopfzeile: Eine Nummer wurde angehängt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) have no name: they are called by their letters.</source>
        <translation>
            <numerusform>%Ln Spalte hat keinen Namen: Sie heißt nach ihrem Buchstaben.</numerusform>
            <numerusform>%Ln Spalten haben keinen Namen: Sie heißen nach ihren Buchstaben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Row %1 has a quotation mark in “%2” that is never closed. It was read as text.</source>
        <translation>Zeile %1 hat in „%2“ ein Anführungszeichen, das nicht geschlossen wird. Es wurde als Text gelesen.</translation>
    </message>
    <message>
        <source>Row %1 has characters in “%2” that cannot be read in this encoding.</source>
        <translation>Zeile %1 hat in „%2“ Zeichen, die in dieser Kodierung nicht lesbar sind.</translation>
    </message>
    <message>
        <source>Row %1 has invisible empty characters (NUL) in “%2”.</source>
        <translation>Zeile %1 enthält in „%2“ unsichtbare leere Zeichen (NUL).</translation>
    </message>
    <message numerus="yes">
        <source>Row %1 has %Ln cell(s) instead of %2.</source>
        <translation>
            <numerusform>Zeile %1 hat %Ln Zelle statt %2.</numerusform>
            <numerusform>Zeile %1 hat %Ln Zellen statt %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The name of column %1 stands in the header twice. It is called “%2” here.</source>
        <translation>Der Name der Spalte %1 steht zweimal in der Kopfzeile. Sie heißt hier „%2“.</translation>
    </message>
    <message>
        <source>Column %1 has no name. It is called “%2” here.</source>
        <translation>Spalte %1 hat keinen Namen. Sie heißt hier „%2“.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln Spalte</numerusform>
            <numerusform>%Ln Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · last changed %4</source>
        <extracomment>size of the file · rows · columns · when it was changed</extracomment>
        <translation>%1 · %2 · %3 · zuletzt geändert %4</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have quotation marks inside cells that are not doubled. They were read as text. The first is row %1.</source>
        <translation>
            <numerusform>%Ln Zeile hat Anführungszeichen in Zellen, die nicht verdoppelt sind: Zeile %1. Sie wurden als Text gelesen.</numerusform>
            <numerusform>%Ln Zeilen haben Anführungszeichen in Zellen, die nicht verdoppelt sind. Sie wurden als Text gelesen. Die erste ist Zeile %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Row %1 has a quotation mark inside “%2” that is not doubled. It was read as text.</source>
        <translation>Zeile %1 hat in „%2“ ein Anführungszeichen, das nicht verdoppelt ist. Es wurde als Text gelesen.</translation>
    </message>
    <message>
        <source>Row %1 has characters in “%2” that cannot be read in this encoding, from byte %3 of the file on.</source>
        <translation>Zeile %1 hat in „%2“ Zeichen, die sich in dieser Kodierung nicht lesen lassen, ab Byte %3 der Datei.</translation>
    </message>
    <message>
        <source>counting… %1+</source>
        <comment>rows so far</comment>
        <translation>wird gezählt … %1+</translation>
    </message>
    <message>
        <source>Waiting for the drive…</source>
        <translation>Das Laufwerk antwortet noch nicht …</translation>
    </message>
    <message>
        <source>Reading the workbook… %1 %</source>
        <translation>Die Arbeitsmappe wird gelesen … %1 %</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Die Datei wird gelesen …</translation>
    </message>
    <message>
        <source>not imported</source>
        <comment>a row</comment>
        <translation>nicht importiert</translation>
    </message>
    <message>
        <source>title, not imported</source>
        <translation>Titel, nicht importiert</translation>
    </message>
    <message>
        <source>header</source>
        <comment>the row that names the columns</comment>
        <translation>Kopfzeile</translation>
    </message>
    <message>
        <source>blank, not imported</source>
        <comment>a row</comment>
        <translation>leer, nicht importiert</translation>
    </message>
    <message>
        <source>comment, not imported</source>
        <translation>Kommentar, nicht importiert</translation>
    </message>
    <message>
        <source>below the table, not imported</source>
        <translation>unter der Tabelle, nicht importiert</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::FindBar</name>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>Voriger (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>Nächster (F3)</translation>
    </message>
    <message>
        <source>Match &amp;case</source>
        <translation>&amp;Groß und klein unterscheiden</translation>
    </message>
    <message>
        <source>&amp;Whole cell</source>
        <translation>Ganze &amp;Zelle</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>F&amp;ind</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>A found cell among all: &quot;3 of 1,204&quot;.</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>searching… %1 %</source>
        <translation>wird gesucht … %1 %</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 &quot;3 of 1,204&quot;, %2 &quot;searching… 40 %&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::FixedValue</name>
    <message>
        <source>Value for %1</source>
        <translation>Wert für %1</translation>
    </message>
    <message>
        <source>Choose a value…</source>
        <translation>Wert wählen…</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Value in every row</source>
        <extracomment>In an empty field; %1 an example of what to write: &quot;2026-03-14&quot;</extracomment>
        <translation>Wert in jeder Zeile</translation>
    </message>
    <message>
        <source>such as %1</source>
        <translation>etwa %1</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::Grid</name>
    <message>
        <source>%1, row %2</source>
        <extracomment>Name of a cell for screen readers: column name, row number.</extracomment>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>%1, row being read</source>
        <translation>%1, Zeile wird gelesen</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>not imported</source>
        <translation>nicht importiert</translation>
    </message>
    <message>
        <source>goes to %1</source>
        <translation>geht an %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A mark&apos;s word and what it is about: &quot;Problem: Country is not on the list&quot;.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Row</source>
        <extracomment>Above the column of row numbers.</extracomment>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message numerus="yes">
        <source>Copying %n cell(s)… Esc stops it.</source>
        <translation>
            <numerusform>%n Zelle wird kopiert … Esc bricht ab.</numerusform>
            <numerusform>%n Zellen werden kopiert … Esc bricht ab.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) copied</source>
        <translation>
            <numerusform>%n Zelle kopiert</numerusform>
            <numerusform>%n Zellen kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Too much to copy: at most %1 cells at once</source>
        <translation>Zu viel zum Kopieren: höchstens %1 Zellen auf einmal</translation>
    </message>
    <message>
        <source>Nothing was copied</source>
        <translation>Nichts wurde kopiert</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy with column &amp;names</source>
        <translation>Mit Spalten&amp;namen kopieren</translation>
    </message>
    <message>
        <source>Select &amp;row</source>
        <translation>&amp;Zeile auswählen</translation>
    </message>
    <message>
        <source>Select co&amp;lumn</source>
        <translation>S&amp;palte auswählen</translation>
    </message>
    <message>
        <source>See the &amp;whole cell</source>
        <translation>&amp;Ganze Zelle ansehen</translation>
    </message>
    <message>
        <source>C&amp;olumn %1</source>
        <extracomment>%1 the name of a column</extracomment>
        <translation>&amp;Spalte %1</translation>
    </message>
    <message>
        <source>&amp;About this column</source>
        <translation>&amp;Über diese Spalte</translation>
    </message>
    <message>
        <source>&amp;Fit width</source>
        <translation>&amp;Breite anpassen</translation>
    </message>
    <message>
        <source>Fit a&amp;ll columns</source>
        <translation>A&amp;lle Breiten anpassen</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Hide %n column(s)</source>
        <translation>
            <numerusform>%n Spalte &amp;ausblenden</numerusform>
            <numerusform>%n Spalten &amp;ausblenden</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Hide column</source>
        <translation>Spalte &amp;ausblenden</translation>
    </message>
    <message>
        <source>&amp;Show all columns</source>
        <translation>Alle Spalten &amp;zeigen</translation>
    </message>
    <message>
        <source>F&amp;reeze up to this column</source>
        <translation>Bis zu dieser Spalte &amp;festhalten</translation>
    </message>
    <message>
        <source>&amp;Unfreeze</source>
        <translation>&amp;Nicht mehr festhalten</translation>
    </message>
    <message>
        <source>Only the beginning of this cell is shown here. F1 shows more.</source>
        <translation>Hier steht nur der Anfang dieser Zelle. F1 zeigt mehr.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::GridMark</name>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Heads-up</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Bearbeitet</translation>
    </message>
    <message>
        <source>Fixed, not sent</source>
        <translation>Behoben, nicht gesendet</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>In</source>
        <extracomment>What became of a row: the destination has it.</extracomment>
        <translation>Angekommen</translation>
    </message>
    <message>
        <source>In, with a warning</source>
        <translation>Angekommen, mit Warnung</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::IdColumn</name>
    <message>
        <source>The record ids are in the column</source>
        <translation>Die Datensatz-IDs stehen in der Spalte</translation>
    </message>
    <message>
        <source>Choose a column…</source>
        <translation>Spalte wählen…</translation>
    </message>
    <message>
        <source>No column looks like record ids of %1.</source>
        <extracomment>%1 Contacts</extracomment>
        <translation>Keine Spalte sieht nach Datensatz-IDs von %1 aus.</translation>
    </message>
    <message>
        <source>Proposed, because its values are record ids of %1.</source>
        <extracomment>%1 Contacts</extracomment>
        <translation>Vorgeschlagen, weil ihre Werte Datensatz-IDs von %1 sind.</translation>
    </message>
    <message>
        <source>Rowlift first saves a copy of every record, in the folder of this import.</source>
        <translation>Rowlift speichert zuerst eine Kopie jedes Datensatzes im Ordner dieses Imports.</translation>
    </message>
    <message>
        <source>Most kinds of records go to the recycle bin of %1 (usually for 15 days), some are gone for good; records that hang on them may go too.</source>
        <translation>Die meisten Arten von Datensätzen kommen in den Papierkorb von %1 (meist für 15 Tage), manche sind endgültig weg; Datensätze, die an ihnen hängen, können mitgelöscht werden.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ImportPage</name>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>S&amp;top…</source>
        <translation>A&amp;bbrechen…</translation>
    </message>
    <message>
        <source>The import could not begin</source>
        <translation>Der Import konnte nicht beginnen</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>Wird abgeschlossen…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <extracomment>%1 &quot;Acme — Production&quot;</extracomment>
        <translation>Import läuft…</translation>
    </message>
    <message>
        <source>You can go on working. Every row is on record: nothing is lost if this window closes.</source>
        <translation>Sie können weiterarbeiten. Jede Zeile ist festgehalten: Nichts geht verloren, wenn dieses Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>Your rows go out in parts. What the numbers say is on record on this computer before you see it, and they always add up to the rows of your file. Pause starts no new parts. Stop asks the service to drop what it has not done.</source>
        <translation>Ihre Zeilen werden in Teilen gesendet. Was die Zahlen sagen, ist auf diesem Computer festgehalten, bevor Sie es sehen, und die Summe ergibt immer die Zeilen Ihrer Datei. Pause beginnt keine neuen Teile. Abbrechen bittet den Dienst, fallen zu lassen, was er noch nicht bearbeitet hat.</translation>
    </message>
    <message>
        <source>Back to Check</source>
        <translation>Zurück zum Prüfen</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>No new part is started.</source>
        <translation>Es wird kein neuer Teil begonnen.</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Wird vorbereitet…</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
    <message>
        <source>Do &amp;not wait</source>
        <translation>&amp;Nicht warten</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Zurück zum Start</translation>
    </message>
    <message>
        <source>Please sign in again. Nothing is lost.</source>
        <translation>Bitte melden Sie sich noch einmal an. Nichts ist verloren.</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 Zeilen/s</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <extracomment>%1 account, %2 &quot;Production&quot;, &quot;Sandbox&quot; or &quot;Practice&quot;</extracomment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Stopping after the current part…</source>
        <translation>Hält nach dem jetzigen Teil an …</translation>
    </message>
    <message>
        <source>Paused: the first rows went badly</source>
        <translation>Angehalten: Die ersten Zeilen gingen schief</translation>
    </message>
    <message>
        <source>Importing into %1</source>
        <translation>Import nach %1</translation>
    </message>
    <message>
        <source>This import cannot go on now</source>
        <translation>Dieser Import kann jetzt nicht weitergehen</translation>
    </message>
    <message>
        <source>Sign in again, and the import goes on</source>
        <translation>Melden Sie sich noch einmal an, und der Import geht weiter</translation>
    </message>
    <message>
        <source>Enough for today</source>
        <translation>Genug für heute</translation>
    </message>
    <message>
        <source>The import waits for you</source>
        <translation>Der Import wartet auf Sie</translation>
    </message>
    <message>
        <source>Opening this import…</source>
        <translation>Dieser Import wird geöffnet …</translation>
    </message>
    <message>
        <source>Asking %1 what has arrived…</source>
        <extracomment>%1 &quot;Salesforce&quot;</extracomment>
        <translation>%1 wird gefragt, was angekommen ist …</translation>
    </message>
    <message>
        <source>Running in another window</source>
        <translation>Läuft in einem anderen Fenster</translation>
    </message>
    <message>
        <source>Nothing is sent. Then you decide whether it goes on.</source>
        <translation>Es wird nichts gesendet. Danach entscheiden Sie, ob er weitergeht.</translation>
    </message>
    <message>
        <source>Rows so far</source>
        <translation>Zeilen bisher</translation>
    </message>
    <message>
        <source>Saving a copy of what is there now…</source>
        <translation>Eine Kopie dessen, was jetzt da ist, wird gespeichert…</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <extracomment>%1 &quot;Acme — Production&quot;</extracomment>
        <translation>Wird gelöscht…</translation>
    </message>
    <message>
        <source>Deleting in %1</source>
        <translation>Löschen in %1</translation>
    </message>
    <message>
        <source>The record of this import cannot be shown</source>
        <translation>Das Protokoll dieses Imports kann nicht gezeigt werden</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::JoinPanel</name>
    <message>
        <source>Another column</source>
        <translation>Weitere Spalte</translation>
    </message>
    <message>
        <source>Field for the joined values</source>
        <translation>Feld für die verbundenen Werte</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>a blank</source>
        <translation>ein Leerzeichen</translation>
    </message>
    <message>
        <source>a comma and a blank</source>
        <translation>Komma und Leerzeichen</translation>
    </message>
    <message>
        <source>a hyphen</source>
        <translation>ein Bindestrich</translation>
    </message>
    <message>
        <source>a line break</source>
        <translation>ein Zeilenumbruch</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>etwas anderes</translation>
    </message>
    <message>
        <source>What stands between the values</source>
        <translation>Was zwischen den Werten steht</translation>
    </message>
    <message>
        <source>&amp;Between them</source>
        <translation>&amp;Dazwischen</translation>
    </message>
    <message>
        <source>Choose a field…</source>
        <translation>Feld wählen…</translation>
    </message>
    <message>
        <source>Column %1 to join</source>
        <translation>Spalte %1 zum Verbinden</translation>
    </message>
    <message>
        <source>Choose a column…</source>
        <translation>Spalte wählen…</translation>
    </message>
    <message>
        <source>Join columns</source>
        <translation>Spalten verbinden</translation>
    </message>
    <message>
        <source>Join %1</source>
        <translation>%1 verbinden</translation>
    </message>
    <message>
        <source>Choose two columns and a field</source>
        <translation>Wählen Sie zwei Spalten und ein Feld</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::MainWindow</name>
    <message>
        <source>Profile “%1” saved</source>
        <translation>Profil „%1“ gespeichert</translation>
    </message>
    <message>
        <source>Counting rows… %L1</source>
        <translation>Zeilen werden gezählt… %L1</translation>
    </message>
    <message>
        <source>Save mapping profile</source>
        <translation>Zuordnungsprofil speichern</translation>
    </message>
    <message>
        <source>Name of the profile:</source>
        <translation>Name des Profils:</translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Leave it and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Start page</source>
        <translation>&amp;Startseite</translation>
    </message>
    <message>
        <source>&amp;Save mapping profile…</source>
        <translation>&amp;Zuordnungsprofil speichern…</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>Fenster s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Follow the system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Import</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;1 File</source>
        <translation>&amp;1 Datei</translation>
    </message>
    <message>
        <source>&amp;2 Where to</source>
        <translation>&amp;2 Wohin</translation>
    </message>
    <message>
        <source>&amp;3 Map</source>
        <translation>&amp;3 Zuordnen</translation>
    </message>
    <message>
        <source>&amp;4 Check</source>
        <translation>&amp;4 Prüfen</translation>
    </message>
    <message>
        <source>&amp;5 Import</source>
        <translation>&amp;5 Import</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Why this step</source>
        <translation>&amp;Warum dieser Schritt</translation>
    </message>
    <message>
        <source>&amp;About Rowlift</source>
        <translation>Ü&amp;ber Rowlift</translation>
    </message>
    <message>
        <source>About Rowlift</source>
        <translation>Über Rowlift</translation>
    </message>
    <message>
        <source>&lt;b&gt;Rowlift %1&lt;/b&gt;&lt;p&gt;Your spreadsheet, checked before it goes out, and every row accounted for afterwards.&lt;/p&gt;&lt;p&gt;Apache License 2.0. Rowlift has no server of its own: it talks to the account that you choose, and to nothing else.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Rowlift %1&lt;/b&gt;&lt;p&gt;Ihre Tabelle, geprüft, bevor sie gesendet wird, und jede Zeile danach nachgewiesen.&lt;/p&gt;&lt;p&gt;Apache License 2.0. Rowlift hat keinen eigenen Server: Es spricht mit dem Konto, das Sie wählen, und mit nichts anderem.&lt;/p&gt;</translation>
    </message>
    <message numerus="yes">
        <source>This file was imported already: %Ln row(s) are in. Importing it again sends all of its rows again.</source>
        <translation>
            <numerusform>Diese Datei wurde schon importiert: %Ln Zeile ist angekommen. Ein neuer Import sendet alle ihre Zeilen noch einmal.</numerusform>
            <numerusform>Diese Datei wurde schon importiert: %Ln Zeilen sind angekommen. Ein neuer Import sendet alle ihre Zeilen noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at the results</source>
        <translation>Ergebnisse ansehen</translation>
    </message>
    <message>
        <source>There are no cells to paste. Copy them in your spreadsheet first.</source>
        <translation>Es gibt keine Zellen zum Einfügen. Kopieren Sie sie zuerst in Ihrer Tabelle.</translation>
    </message>
    <message>
        <source>the pasted cells</source>
        <translation>die eingefügten Zellen</translation>
    </message>
    <message>
        <source>Replace “%1” by %2 and keep your mapping?</source>
        <translation>„%1“ durch %2 ersetzen und Ihre Zuordnung behalten?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Keep the file</source>
        <translation>Die Datei behalten</translation>
    </message>
    <message>
        <source>&amp;Paste cells</source>
        <translation>Zellen &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Use a profile</source>
        <translation>Profil &amp;benutzen</translation>
    </message>
    <message>
        <source>No profile is saved yet</source>
        <translation>Noch kein Profil gespeichert</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>Ei&amp;nstellungen …</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>Offen lassen</translation>
    </message>
    <message numerus="yes">
        <source>This was imported before: %1, %Ln row(s) are in. Importing it again sends all of its rows again.</source>
        <extracomment>%1 as in: yesterday 17:42</extracomment>
        <translation>
            <numerusform>Das wurde schon importiert: %1, %Ln Zeile ist drin. Ein neuer Import sendet alle Zeilen noch einmal.</numerusform>
            <numerusform>Das wurde schon importiert: %1, %Ln Zeilen sind drin. Ein neuer Import sendet alle Zeilen noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open that import</source>
        <translation>Diesen Import öffnen</translation>
    </message>
    <message>
        <source>Nothing is lost, and you can continue it from the start page.</source>
        <translation>Nichts geht verloren, und Sie können von der Startseite aus weitermachen.</translation>
    </message>
    <message>
        <source>Your import is paused. If you close now, it stays where it is.</source>
        <translation>Ihr Import pausiert. Wenn Sie jetzt schließen, bleibt er, wo er ist.</translation>
    </message>
    <message>
        <source>Your import is still running. If you close now, it stops where it is.</source>
        <translation>Ihr Import läuft noch. Wenn Sie jetzt schließen, hält er an, wo er ist.</translation>
    </message>
    <message>
        <source>Your import is still running. If you close now, nothing more is sent.</source>
        <translation>Ihr Import läuft noch. Wenn Sie jetzt schließen, wird nichts mehr gesendet.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Wird verbunden…</translation>
    </message>
    <message>
        <source>Reading the fields…</source>
        <translation>Die Felder werden gelesen…</translation>
    </message>
    <message>
        <source>Looking whether keys repeat…</source>
        <translation>Sehe nach, ob sich Schlüssel wiederholen…</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::MapDesk</name>
    <message>
        <source>Do not import %1</source>
        <translation>%1 nicht importieren</translation>
    </message>
    <message>
        <source>Map %1 to %2</source>
        <translation>%1 dem Feld %2 zuordnen</translation>
    </message>
    <message>
        <source>Split %1</source>
        <translation>%1 teilen</translation>
    </message>
    <message>
        <source>Clean up %1</source>
        <translation>%1 bereinigen</translation>
    </message>
    <message>
        <source>Replace values of %1</source>
        <translation>Werte von %1 ersetzen</translation>
    </message>
    <message>
        <source>Read dates of %1</source>
        <translation>Daten von %1 lesen</translation>
    </message>
    <message>
        <source>Read numbers of %1</source>
        <translation>Zahlen von %1 lesen</translation>
    </message>
    <message>
        <source>Blank cells of %1</source>
        <translation>Leere Zellen von %1</translation>
    </message>
    <message>
        <source>Blank cells</source>
        <translation>Leere Zellen</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alles leeren</translation>
    </message>
    <message>
        <source>Map again</source>
        <translation>Neu zuordnen</translation>
    </message>
    <message>
        <source>Meaning of %1</source>
        <translation>Bedeutung von %1</translation>
    </message>
    <message>
        <source>What is sent to %1</source>
        <translation>Was an %1 gesendet wird</translation>
    </message>
    <message>
        <source>Type of %1</source>
        <translation>Typ von %1</translation>
    </message>
    <message>
        <source>%1 once per row</source>
        <translation>%1 einmal je Zeile</translation>
    </message>
    <message>
        <source>%1 once per record</source>
        <translation>%1 einmal je Datensatz</translation>
    </message>
    <message>
        <source>Each row is a record of its own here: there is no list of rows.</source>
        <translation>Hier ist jede Zeile ein eigener Datensatz: Es gibt keine Liste von Zeilen.</translation>
    </message>
    <message>
        <source>The list of rows is called %1.</source>
        <extracomment>%1 the name of a list</extracomment>
        <translation>Die Liste der Zeilen heißt %1.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::MapHeader</name>
    <message>
        <source>Your column</source>
        <translation>Ihre Spalte</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Zielfeld</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Type</source>
        <comment>of a property</comment>
        <extracomment>How it was found where a column goes</extracomment>
        <translation>Typ</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::MapLooks</name>
    <message>
        <source>Fits in the first rows. All rows are checked in the next step.</source>
        <translation>Passt in den ersten Zeilen. Alle Zeilen werden im nächsten Schritt geprüft.</translation>
    </message>
    <message>
        <source>%1 of %2 need a look</source>
        <extracomment>%1 of %2 rows of the file</extracomment>
        <translation>%1 von %2 ansehen</translation>
    </message>
    <message>
        <source>%1: %2 of the first %3 rows need a look</source>
        <translation>%1: %2 der ersten %3 Zeilen sollten Sie ansehen</translation>
    </message>
    <message>
        <source>No row of the file decides it.</source>
        <translation>Keine Zeile der Datei entscheidet es.</translation>
    </message>
    <message>
        <source>Taken: %1</source>
        <translation>Genommen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) replaced</source>
        <translation>
            <numerusform>%Ln Wert ersetzt</numerusform>
            <numerusform>%Ln Werte ersetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>Values that are sent as others</source>
        <translation>Werte, die als andere gesendet werden</translation>
    </message>
    <message>
        <source>blank empties</source>
        <translation>leer leert</translation>
    </message>
    <message>
        <source>blank changes nothing</source>
        <translation>leer ändert nichts</translation>
    </message>
    <message>
        <source>A blank cell empties the field of a record that is there.</source>
        <translation>Eine leere Zelle leert das Feld eines vorhandenen Datensatzes.</translation>
    </message>
    <message>
        <source>A blank cell leaves the field of a record as it is.</source>
        <translation>Eine leere Zelle lässt das Feld eines Datensatzes, wie es ist.</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>Passt nicht</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>in %1</source>
        <extracomment>Below the name of a field that is made of this column and others</extracomment>
        <translation>in %1</translation>
    </message>
    <message>
        <source>No value yet</source>
        <translation>Noch kein Wert</translation>
    </message>
    <message>
        <source>Say what is sent in every row.</source>
        <translation>Sagen Sie, was in jeder Zeile gesendet wird.</translation>
    </message>
    <message>
        <source>Fits in all rows.</source>
        <translation>Passt in allen Zeilen.</translation>
    </message>
    <message>
        <source>%1: %2 of all %3 rows need a look</source>
        <extracomment>%1 &quot;Birthdate cannot be read as a date&quot;, %2 and %3 numbers of rows</extracomment>
        <translation>%1: %2 von allen %3 Zeilen brauchen einen Blick</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>%1 of the first %2 rows</source>
        <extracomment>%1 rows need a look, of the first %2 of the file</extracomment>
        <translation>%1 der ersten %2 Zeilen</translation>
    </message>
    <message>
        <source>%1 has had it as this since the first record: %2.</source>
        <extracomment>%1 &quot;Dotdigital&quot;, %2 &quot;Number&quot;</extracomment>
        <translation>%1 hat es seit dem ersten Datensatz so: %2.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::MapNeeds</name>
    <message>
        <source>Still needed</source>
        <translation>Noch nötig</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Nötig</translation>
    </message>
    <message>
        <source>Column for %1</source>
        <translation>Spalte für %1</translation>
    </message>
    <message>
        <source>Choose a column…</source>
        <translation>Spalte wählen…</translation>
    </message>
    <message>
        <source>Fields not used (%1)</source>
        <translation>Nicht belegte Felder (%1)</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the names of a list</extracomment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 gets a value</source>
        <translation>%1 bekommt einen Wert</translation>
    </message>
    <message>
        <source>%1 gets nothing yet</source>
        <translation>%1 bekommt noch nichts</translation>
    </message>
    <message>
        <source>Fixed value</source>
        <translation>Fester Wert</translation>
    </message>
    <message>
        <source>Put the same value into %1 in every row</source>
        <translation>In jeder Zeile denselben Wert in %1 eintragen</translation>
    </message>
    <message>
        <source>Fixed value for %1</source>
        <translation>Fester Wert für %1</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::MapNotices</name>
    <message>
        <source>“%1” holds first and last names together. Split it?</source>
        <extracomment>%1 the name of a column</extracomment>
        <translation>„%1“ enthält Vor- und Nachnamen zusammen. Teilen?</translation>
    </message>
    <message>
        <source>%1 → %2 | %3</source>
        <extracomment>A whole name and its first and last name</extracomment>
        <translation>%1 → %2 | %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) need a look</source>
        <translation>
            <numerusform>%Ln Name braucht einen Blick</numerusform>
            <numerusform>%Ln Namen brauchen einen Blick</numerusform>
        </translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>See them</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Profile “%1”: %2 mapped.</source>
        <extracomment>%1 the name of a profile, %2 &quot;14&quot;</extracomment>
        <translation>Profil „%1“: %2 zugeordnet.</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) missing in this file (%1).</source>
        <translation>
            <numerusform>%n Spalte fehlt in dieser Datei (%1).</numerusform>
            <numerusform>%n Spalten fehlen in dieser Datei (%1).</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%n new column(s) (%1).</source>
        <translation>
            <numerusform>%n neue Spalte (%1).</numerusform>
            <numerusform>%n neue Spalten (%1).</numerusform>
        </translation>
    </message>
    <message>
        <source>Show new columns</source>
        <translation>Neue Spalten anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln column(s) fit exactly.</source>
        <translation>
            <numerusform>Die Spalte passt genau (%Ln).</numerusform>
            <numerusform>Alle %Ln Spalten passen genau.</numerusform>
        </translation>
    </message>
    <message>
        <source>No column fits a field of %1 by itself. Is this the right kind of record?</source>
        <translation>Keine Spalte passt von selbst zu einem Feld von %1. Ist das die richtige Art von Datensatz?</translation>
    </message>
    <message>
        <source>Choose another</source>
        <translation>Andere wählen</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) of the profile get nothing here (%1).</source>
        <translation>
            <numerusform>%n Feld des Profils bekommt hier nichts (%1).</numerusform>
            <numerusform>%n Felder des Profils bekommen hier nichts (%1).</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <extracomment>%1 a column of the file, %2 &quot;12 rows say neither yes nor no …&quot;</extracomment>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Entscheiden …</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <comment>columns</comment>
        <translation>
            <numerusform> und %n weitere</numerusform>
            <numerusform> und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Differs between rows with the same “%2”: %1. Only the value of the first row is sent.</source>
        <extracomment>%1 columns, %2 the column of the keys</extracomment>
        <translation>Verschieden in Zeilen mit gleichem „%2“: %1. Nur der erste Wert wird gesendet.</translation>
    </message>
    <message>
        <source>Put into the list “%1”</source>
        <extracomment>%1 the name of a list</extracomment>
        <translation>In die Liste „%1“ stellen</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::MapPage</name>
    <message>
        <source>No column fits what you typed and chose.</source>
        <translation>Keine Spalte passt zu Ihrer Eingabe und Auswahl.</translation>
    </message>
    <message>
        <source>Search columns or fields…</source>
        <translation>Spalten oder Felder suchen…</translation>
    </message>
    <message>
        <source>Search columns or fields</source>
        <translation>Spalten oder Felder suchen</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>Alle Spalten</translation>
    </message>
    <message>
        <source>Not mapped only</source>
        <translation>Nur nicht zugeordnete</translation>
    </message>
    <message>
        <source>Need a look</source>
        <translation>Anzusehen</translation>
    </message>
    <message>
        <source>Save mapping…</source>
        <translation>Zuordnung speichern…</translation>
    </message>
    <message>
        <source>More to do with the mapping</source>
        <translation>Weiteres zur Zuordnung</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>&amp;Map again</source>
        <translation>&amp;Neu zuordnen</translation>
    </message>
    <message>
        <source>&amp;Clear all</source>
        <translation>Alle &amp;leeren</translation>
    </message>
    <message>
        <source>Sample row before</source>
        <translation>Beispielzeile davor</translation>
    </message>
    <message>
        <source>Next sample row</source>
        <translation>Nächste Beispielzeile</translation>
    </message>
    <message>
        <source>Map your columns</source>
        <translation>Ordnen Sie Ihre Spalten zu</translation>
    </message>
    <message>
        <source>Map your columns to %1 fields</source>
        <translation>Ordnen Sie Ihre Spalten den %1-Feldern zu</translation>
    </message>
    <message>
        <source>%1 of %2 mapped</source>
        <translation>%1 von %2 zugeordnet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not imported</source>
        <comment>columns</comment>
        <translation>
            <numerusform>%Ln nicht importiert</numerusform>
            <numerusform>%Ln nicht importiert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 still missing</source>
        <extracomment>%1 names of fields</extracomment>
        <translation>%1 fehlt noch</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fields still missing</source>
        <translation>
            <numerusform>%Ln Feld fehlt noch</numerusform>
            <numerusform>%Ln Felder fehlen noch</numerusform>
        </translation>
    </message>
    <message>
        <source>Each column of your file goes to one field. Rowlift proposes a field where names or values agree, and says why. Look at those with a mark, change what is wrong, and leave columns out that should not be imported. Nothing is sent yet.</source>
        <translation>Jede Spalte Ihrer Datei gehört zu einem Feld. Rowlift schlägt ein Feld vor, wenn Namen oder Werte übereinstimmen, und sagt, warum. Sehen Sie die mit einer Markierung an, ändern Sie, was falsch ist, und lassen Sie Spalten weg, die nicht importiert werden sollen. Noch wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Next: Check</source>
        <translation>Weiter: Prüfen</translation>
    </message>
    <message>
        <source>Choose where the rows go to continue</source>
        <translation>Wählen Sie, wohin die Zeilen gehen, um fortzufahren</translation>
    </message>
    <message>
        <source>Map %1 to continue</source>
        <translation>Ordnen Sie %1 zu, um fortzufahren</translation>
    </message>
    <message numerus="yes">
        <source>Map %1 and %Ln more to continue</source>
        <translation>
            <numerusform>Ordnen Sie %1 und %Ln weiteres zu, um fortzufahren</numerusform>
            <numerusform>Ordnen Sie %1 und %Ln weitere zu, um fortzufahren</numerusform>
        </translation>
    </message>
    <message>
        <source>Map at least one column to continue</source>
        <translation>Ordnen Sie mindestens eine Spalte zu, um fortzufahren</translation>
    </message>
    <message>
        <source>Choose what should happen to continue</source>
        <translation>Wählen Sie, was geschehen soll, um fortzufahren</translation>
    </message>
    <message>
        <source>New columns</source>
        <translation>Neue Spalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) shown</source>
        <translation>
            <numerusform>%Ln Spalte angezeigt</numerusform>
            <numerusform>%Ln Spalten angezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>Sample: row %1</source>
        <translation>Beispiel: Zeile %1</translation>
    </message>
    <message>
        <source>%1 comes from column %2 now, and no longer from %3.</source>
        <translation>%1 kommt jetzt aus Spalte %2 und nicht mehr aus %3.</translation>
    </message>
    <message>
        <source>Sh&amp;ow</source>
        <translation>Anzeige&amp;n</translation>
    </message>
    <message>
        <source>&amp;Blank cells…</source>
        <translation>&amp;Leere Zellen…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <extracomment>%1 what was done last: &quot;Map Name to Last Name&quot;</extracomment>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <extracomment>%1 what was taken back: &quot;Map Name to Last Name&quot;</extracomment>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>Map a column that changes something to continue</source>
        <translation>Ordnen Sie eine Spalte zu, die etwas ändert, um fortzufahren</translation>
    </message>
    <message>
        <source>Map your columns to properties of %1</source>
        <extracomment>%1 is a kind of record, as the service calls it: &quot;Lead&quot;</extracomment>
        <translation>Ordnen Sie Ihre Spalten den Eigenschaften von %1 zu</translation>
    </message>
    <message>
        <source>The first import fixes a property&apos;s type for good: %1 takes it from the first record that has one, and refuses others later. In doubt choose text.</source>
        <extracomment>%1 &quot;Dotdigital&quot;</extracomment>
        <translation>Der erste Import legt den Typ einer Eigenschaft endgültig fest: %1 nimmt ihn vom ersten Datensatz, der sie hat, und lehnt andere später ab. Im Zweifel wählen Sie Text.</translation>
    </message>
    <message>
        <source>%1 is in the list %2 now, once per row.</source>
        <extracomment>%1 a property, %2 the name of a list</extracomment>
        <translation>%1 ist jetzt in der Liste %2, einmal je Zeile.</translation>
    </message>
    <message>
        <source>%1 is once per record now.</source>
        <translation>%1 ist jetzt einmal je Datensatz.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::MapPanels</name>
    <message>
        <source>Choose a field first</source>
        <translation>Wählen Sie zuerst ein Feld</translation>
    </message>
    <message>
        <source>&amp;Clean up…</source>
        <translation>&amp;Bereinigen…</translation>
    </message>
    <message>
        <source>&amp;Read dates…</source>
        <translation>&amp;Daten lesen…</translation>
    </message>
    <message>
        <source>&amp;Read numbers…</source>
        <translation>&amp;Zahlen lesen…</translation>
    </message>
    <message>
        <source>Replace &amp;values…</source>
        <translation>&amp;Werte ersetzen…</translation>
    </message>
    <message>
        <source>&amp;Blank cells…</source>
        <translation>&amp;Leere Zellen…</translation>
    </message>
    <message>
        <source>&amp;Split…</source>
        <translation>&amp;Teilen…</translation>
    </message>
    <message>
        <source>&amp;Join with another column…</source>
        <translation>Mit weiterer Spalte &amp;verbinden…</translation>
    </message>
    <message>
        <source>Copy to a second &amp;field…</source>
        <translation>In ein zweites &amp;Feld kopieren…</translation>
    </message>
    <message>
        <source>&amp;Joined columns…</source>
        <translation>&amp;Verbundene Spalten…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>C&amp;ontact…</source>
        <translation>K&amp;ontakt …</translation>
    </message>
    <message>
        <source>&amp;Once per record</source>
        <extracomment>%1 the name of a list</extracomment>
        <translation>&amp;Einmal je Datensatz</translation>
    </message>
    <message>
        <source>&amp;Once per row, in the list “%1”</source>
        <translation>&amp;Einmal je Zeile, in der Liste „%1“</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::MapRow</name>
    <message>
        <source>Perhaps %1</source>
        <extracomment>A field that may be the right one; pressing it takes it</extracomment>
        <translation>Vielleicht %1</translation>
    </message>
    <message>
        <source>Map %1 to %2</source>
        <translation>%1 dem Feld %2 zuordnen</translation>
    </message>
    <message>
        <source>%1 is sent as %2</source>
        <translation>%1 wird als %2 gesendet</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Choose a field…</source>
        <translation>Feld wählen…</translation>
    </message>
    <message>
        <source>More for %1</source>
        <extracomment>%1 the name of a column</extracomment>
        <translation>Mehr zu %1</translation>
    </message>
    <message>
        <source>Fix %1: %2</source>
        <translation>%1 beheben: %2</translation>
    </message>
    <message>
        <source>…</source>
        <extracomment>All rows are being read; what they say stands here soon</extracomment>
        <translation>…</translation>
    </message>
    <message>
        <source>%1 allows contact: it is not sent</source>
        <translation>%1 erlaubt Kontakt: wird nicht gesendet</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Type of %1</source>
        <extracomment>%1 the name of a property</extracomment>
        <translation>Typ von %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a column, why it goes there</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::MapRowLook</name>
    <message>
        <source>Column %1, %2, sample blank, goes to</source>
        <translation>Spalte %1, %2, Beispiel leer, geht an</translation>
    </message>
    <message>
        <source>Column %1, %2, sample %3, goes to</source>
        <translation>Spalte %1, %2, Beispiel %3, geht an</translation>
    </message>
    <message>
        <source>required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>perhaps %1</source>
        <translation>vielleicht %1</translation>
    </message>
    <message>
        <source>Fixed value %1, goes to</source>
        <translation>Fester Wert %1, geht an</translation>
    </message>
    <message>
        <source>not set yet</source>
        <translation>noch nicht gesetzt</translation>
    </message>
    <message>
        <source>%1, sample %2, goes to</source>
        <translation>%1, Beispiel %2, geht an</translation>
    </message>
    <message>
        <source>Column %1, %2, sample %3, which is not sent, goes to</source>
        <translation>Spalte %1, %2, Beispiel %3, das nicht gesendet wird, geht nach</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::MapTable</name>
    <message>
        <source>Columns and where they go</source>
        <translation>Spalten und ihre Zuordnung</translation>
    </message>
    <message>
        <source>Add a fixed value</source>
        <translation>Festen Wert hinzufügen</translation>
    </message>
    <message>
        <source>The same value in every row, such as where the contacts come from</source>
        <translation>Derselbe Wert in jeder Zeile, etwa woher die Kontakte kommen</translation>
    </message>
    <message>
        <source>Once per record</source>
        <translation>Einmal je Datensatz</translation>
    </message>
    <message>
        <source>Once per row, in the list “%1”</source>
        <extracomment>%1 the name of a list: &quot;products&quot;</extracomment>
        <translation>Einmal je Zeile, in der Liste „%1“</translation>
    </message>
    <message>
        <source>Once per row, in the list “%1”: nothing yet</source>
        <translation>Einmal je Zeile, in der Liste „%1“: noch nichts</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::NewObject</name>
    <message>
        <source>Use this name</source>
        <translation>Diesen Namen nehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This name can be used.</source>
        <translation>Dieser Name geht.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::NoteBar</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::NoticeArea</name>
    <message>
        <source>Notices</source>
        <translation>Mitteilungen</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>notices</comment>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation>Diese Mitteilung schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Heads-up: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation>Problem: %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Erledigt: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Zur Kenntnis: %1</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::NumbersPanel</name>
    <message>
        <source>Before the decimals stands</source>
        <extracomment>Followed by two choices: &quot;a comma: 1.234,50&quot;, &quot;a point: 1,234.50&quot;</extracomment>
        <translation>Vor den Nachkommastellen steht</translation>
    </message>
    <message>
        <source>a comma: 1.234,50</source>
        <translation>ein Komma: 1.234,50</translation>
    </message>
    <message>
        <source>a point: 1,234.50</source>
        <translation>ein Punkt: 1,234.50</translation>
    </message>
    <message>
        <source>“%1” in row %2</source>
        <translation>„%1“ in Zeile %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) need the comma: %1.</source>
        <translation>
            <numerusform>%Ln Zeile braucht das Komma: %1.</numerusform>
            <numerusform>%Ln Zeilen brauchen das Komma: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) need the point: %1.</source>
        <translation>
            <numerusform>%Ln Zeile braucht den Punkt: %1.</numerusform>
            <numerusform>%Ln Zeilen brauchen den Punkt: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) can be read both ways: %1.</source>
        <translation>
            <numerusform>%Ln Zeile ist auf beide Arten lesbar: %1.</numerusform>
            <numerusform>%Ln Zeilen sind auf beide Arten lesbar: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) cannot be read as numbers: %1.</source>
        <translation>
            <numerusform>%Ln Zeile ist nicht als Zahl lesbar: %1.</numerusform>
            <numerusform>%Ln Zeilen sind nicht als Zahl lesbar: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Numbers of %1</source>
        <translation>Zahlen von %1</translation>
    </message>
    <message>
        <source>All rows are being read…</source>
        <translation>Alle Zeilen werden gelesen…</translation>
    </message>
    <message>
        <source>The numbers of the file are the same either way.</source>
        <translation>Die Zahlen der Datei sind auf beide Arten dieselben.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ObjectChoice</name>
    <message>
        <source>Kind of record</source>
        <translation>Art der Datensätze</translation>
    </message>
    <message>
        <source>Reading the fields of %1…</source>
        <translation>Die Felder von %1 werden gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>Search %Ln kind(s) of records…</source>
        <translation>
            <numerusform>%Ln Art durchsuchen…</numerusform>
            <numerusform>%Ln Arten durchsuchen…</numerusform>
        </translation>
    </message>
    <message>
        <source>You may not add, change or delete these in %1.</source>
        <comment>name of a service</comment>
        <translation>Sie dürfen diese in %1 weder hinzufügen noch ändern noch löschen.</translation>
    </message>
    <message>
        <source>can only be deleted</source>
        <comment>a kind of record</comment>
        <translation>kann nur gelöscht werden</translation>
    </message>
    <message>
        <source>%1, called</source>
        <extracomment>%1 &quot;New collection&quot;</extracomment>
        <translation>%1 namens</translation>
    </message>
    <message>
        <source>%1…</source>
        <extracomment>%1 &quot;New collection&quot;</extracomment>
        <translation>%1…</translation>
    </message>
    <message>
        <source>new</source>
        <comment>a kind of record that an import makes</comment>
        <translation>neu</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::OtherField</name>
    <message>
        <source>Use it</source>
        <translation>Benutzen</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::OutcomeBar</name>
    <message>
        <source>%1 %2</source>
        <comment>count and outcome: 12 failed</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::OutcomeCounters</name>
    <message>
        <source>%1 %2</source>
        <comment>count and outcome: 12 failed</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::PageHeading</name>
    <message>
        <source>Why this step</source>
        <translation>Warum dieser Schritt</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::PartDetail</name>
    <message>
        <source>Look</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Look at the failed rows of part %1</source>
        <translation>Die fehlgeschlagenen Zeilen von Teil %1 ansehen</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::PartsStrip</name>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>being worked on</source>
        <translation>in Bearbeitung</translation>
    </message>
    <message>
        <source>collecting results</source>
        <translation>Ergebnisse werden geholt</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>done with failures</source>
        <translation>fertig, mit Fehlschlägen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>Part %1: %2</source>
        <translation>Teil %1: %2</translation>
    </message>
    <message>
        <source>Part %1: %2, %3</source>
        <translation>Teil %1: %2, %3</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::PickedBar</name>
    <message>
        <source>Show all rows</source>
        <translation>Alle Zeilen zeigen</translation>
    </message>
    <message>
        <source>Looking for the rows…</source>
        <translation>Die Zeilen werden gesucht …</translation>
    </message>
    <message>
        <source>Showing the first %1 of %2 rows</source>
        <translation>Die ersten %1 von %2 Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>Showing %Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile wird gezeigt</numerusform>
            <numerusform>%Ln Zeilen werden gezeigt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::PlaceDesk</name>
    <message>
        <source>all rows</source>
        <translation>alle Zeilen</translation>
    </message>
    <message>
        <source>Add %1 as new records (%2) to %3.</source>
        <extracomment>%1 &quot;480 rows&quot;, %2 &quot;Contacts&quot;, %3 the account</extracomment>
        <translation>%1 als neue Datensätze (%2) zu %3 hinzufügen.</translation>
    </message>
    <message>
        <source>Add %1 to %3 or update the records there (%2) with the same %4.</source>
        <translation>%1 zu %3 hinzufügen oder die dortigen Datensätze (%2) mit demselben Wert in %4 ändern.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>This Rowlift does not know the service of this account (%1). A newer one does.</source>
        <translation>Diese Version von Rowlift kennt den Dienst dieses Kontos nicht (%1). Eine neuere kennt ihn.</translation>
    </message>
    <message>
        <source>Update the records (%2) in %3 whose ids stand in %1. Nothing is added.</source>
        <extracomment>%1 &quot;480 rows&quot;, %2 &quot;Contacts&quot;, %3 the account</extracomment>
        <translation>Die Datensätze (%2) in %3 ändern, deren IDs in %1 stehen. Nichts wird hinzugefügt.</translation>
    </message>
    <message>
        <source>Update the records (%2) in %3 with the same %4 as in %1. Nothing is added.</source>
        <translation>Die Datensätze (%2) in %3 ändern, bei denen %4 wie in %1 ist. Nichts wird hinzugefügt.</translation>
    </message>
    <message>
        <source>Delete the records (%2) in %3 whose ids stand in the column “%4” (%1).</source>
        <extracomment>%1 &quot;480 rows&quot;, %2 &quot;Contacts&quot;, %3 the account, %4 a column</extracomment>
        <translation>Die Datensätze (%2) in %3 löschen, deren IDs in der Spalte „%4“ stehen (%1).</translation>
    </message>
    <message>
        <source>none</source>
        <comment>nothing is chosen</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 a choice: &quot;Newsletter&quot;, %2 what tells it from others of that name: &quot;Program “Fair”&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 what is chosen: &quot;Add to a list&quot;, %2 the choice: &quot;Fair 2026&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence: Add to a list: Fair 2026</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1: %2. It has been so since it was made.</source>
        <extracomment>%1 what could be chosen elsewhere: &quot;The records belong to&quot;, %2 the choice: &quot;contacts&quot;</extracomment>
        <translation>%1: %2. So ist es, seit sie angelegt wurde.</translation>
    </message>
    <message>
        <source>Add %1 to the new %2 in %3.</source>
        <extracomment>%1 &quot;480 rows&quot;, %2 &quot;Orders&quot;, %3 the account</extracomment>
        <translation>%1 in die neue Collection %2 in %3 hinzufügen.</translation>
    </message>
    <message>
        <source>Add %1 to %2 in %3.</source>
        <translation>%1 zu %2 in %3 hinzufügen.</translation>
    </message>
    <message>
        <source>Rows with the same “%1” are one record.</source>
        <extracomment>%1 a column</extracomment>
        <translation>Zeilen mit gleichem „%1“ sind ein Datensatz.</translation>
    </message>
    <message>
        <source>%1: made of the file and the row.</source>
        <extracomment>%1 &quot;Key&quot; or &quot;Contact&quot;, %2 columns</extracomment>
        <translation>%1: aus Datei und Zeile gemacht.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Add %1 to %2 in %3, or replace the records there with the same key.</source>
        <translation>%1 zu %2 in %3 hinzufügen oder die Datensätze mit demselben Schlüssel dort ersetzen.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ProfileList</name>
    <message>
        <source>Your profiles</source>
        <translation>Ihre Profile</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ProfileModel</name>
    <message>
        <source>%1 · %2</source>
        <extracomment>kind of record, account</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>last used %1</source>
        <translation>zuletzt verwendet %1</translation>
    </message>
    <message>
        <source>never used</source>
        <translation>nie verwendet</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>profile, where to, last used</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Choose a file for this profile</source>
        <translation>Wählen Sie eine Datei für dieses Profil</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::PropertyTypes</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ja oder nein</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Datum und Zeit</translation>
    </message>
    <message>
        <source>List, split at %1</source>
        <extracomment>%1 the sign between the values of a list: &quot;;&quot;</extracomment>
        <translation>Liste, getrennt durch %1</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ReadAsBar</name>
    <message>
        <source>How the file is read</source>
        <translation>Wie die Datei gelesen wird</translation>
    </message>
    <message>
        <source>Read as</source>
        <comment>followed by how a file is read: Semicolon, UTF-8, Header in row 1</comment>
        <translation>Gelesen als</translation>
    </message>
    <message>
        <source>What stands between cells</source>
        <translation>Was zwischen den Zellen steht</translation>
    </message>
    <message>
        <source>How characters are written</source>
        <translation>Wie Zeichen geschrieben sind</translation>
    </message>
    <message>
        <source>The row that names the columns</source>
        <translation>Die Zeile mit den Spaltennamen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Back to detected</source>
        <translation>Zurück zum Erkannten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln Spalte</numerusform>
            <numerusform>%Ln Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>choice — what the file would become</comment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>No header</source>
        <translation>Keine Kopfzeile</translation>
    </message>
    <message>
        <source>No header: the columns are called by their letters</source>
        <translation>Keine Kopfzeile: Die Spalten heißen nach ihren Buchstaben</translation>
    </message>
    <message>
        <source>Header in row %1</source>
        <translation>Kopfzeile in Zeile %1</translation>
    </message>
    <message>
        <source>The sheet of the workbook</source>
        <translation>Das Blatt der Arbeitsmappe</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Anderes …</translation>
    </message>
    <message>
        <source>More: %1</source>
        <comment>settings</comment>
        <translation>Mehr: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, hidden in the workbook</source>
        <translation>%1, in der Arbeitsmappe ausgeblendet</translation>
    </message>
    <message>
        <source>hidden in the workbook</source>
        <translation>in der Arbeitsmappe ausgeblendet</translation>
    </message>
    <message>
        <source>Header in rows %1–%2</source>
        <translation>Kopf in den Zeilen %1–%2</translation>
    </message>
    <message>
        <source>Between cells stands</source>
        <translation>Zwischen Zellen steht</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ReadAsMore</name>
    <message>
        <source>double quotes (&quot;)</source>
        <translation>doppelte Anführungszeichen (&quot;)</translation>
    </message>
    <message>
        <source>single quotes (&apos;)</source>
        <translation>einfache Anführungszeichen (&apos;)</translation>
    </message>
    <message>
        <source>nothing: there are none</source>
        <translation>nichts: es gibt keine</translation>
    </message>
    <message>
        <source>twice (&quot;&quot;)</source>
        <comment>how a quotation mark within a cell is written</comment>
        <translation>doppelt (&quot;&quot;)</translation>
    </message>
    <message>
        <source>behind a backslash (\&quot;)</source>
        <comment>how a quotation mark within a cell is written</comment>
        <translation>hinter einem Rückstrich (\&quot;)</translation>
    </message>
    <message>
        <source>Cells with line breaks or delimiters inside stand in</source>
        <translation>Zellen mit Zeilenumbrüchen oder Trennzeichen stehen in</translation>
    </message>
    <message>
        <source>Quotation mark</source>
        <translation>Anführungszeichen</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Anderes …</translation>
    </message>
    <message>
        <source>A quotation mark within such a cell is written</source>
        <translation>Ein Anführungszeichen in einer solchen Zelle steht</translation>
    </message>
    <message>
        <source>How quotation marks within cells are written</source>
        <translation>Wie Anführungszeichen in Zellen geschrieben sind</translation>
    </message>
    <message>
        <source>Cells stand in</source>
        <translation>Zellen stehen in</translation>
    </message>
    <message>
        <source>Before a quotation mark stands</source>
        <translation>Vor einem Anführungszeichen steht</translation>
    </message>
    <message>
        <source>Skip empty rows</source>
        <translation>Leere Zeilen überspringen</translation>
    </message>
    <message>
        <source>Rows in which every cell is empty are not imported.</source>
        <translation>Zeilen, in denen jede Zelle leer ist, werden nicht importiert.</translation>
    </message>
    <message>
        <source>Trim spaces</source>
        <translation>Leerzeichen am Rand entfernen</translation>
    </message>
    <message>
        <source>Only around the value: spaces inside it stay as they are.</source>
        <translation>Nur um den Wert: Leerzeichen darin bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Comment lines begin with</source>
        <translation>Kommentarzeilen beginnen mit</translation>
    </message>
    <message>
        <source>Last row to read:</source>
        <translation>Letzte Zeile:</translation>
    </message>
    <message>
        <source>Last row to read</source>
        <translation>Letzte Zeile, die gelesen wird</translation>
    </message>
    <message>
        <source>Another row…</source>
        <translation>Eine andere Zeile …</translation>
    </message>
    <message>
        <source>Treat as blank:</source>
        <comment>words in cells</comment>
        <translation>Als leer gilt:</translation>
    </message>
    <message>
        <source>Another word…</source>
        <translation>Ein anderes Wort …</translation>
    </message>
    <message>
        <source>nothing: there are none</source>
        <comment>comment lines</comment>
        <translation>nichts: es gibt keine</translation>
    </message>
    <message>
        <source>the end of the file</source>
        <translation>das Ende der Datei</translation>
    </message>
    <message>
        <source>where the table ends</source>
        <translation>wo die Tabelle endet</translation>
    </message>
    <message>
        <source>%1: notes or totals stand below it</source>
        <translation>%1: darunter stehen Anmerkungen oder Summen</translation>
    </message>
    <message>
        <source>as detected</source>
        <translation>wie erkannt</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a word of the file, how often</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Type one character or a few.</source>
        <translation>Geben Sie ein Zeichen oder einige ein.</translation>
    </message>
    <message>
        <source>Type the number of a row from %1 on.</source>
        <translation>Geben Sie die Nummer einer Zeile ab %1 ein.</translation>
    </message>
    <message>
        <source>Type the word as it stands in the cells.</source>
        <translation>Geben Sie das Wort ein, wie es in den Zellen steht.</translation>
    </message>
    <message>
        <source>quotation marks %1</source>
        <comment>how they are written</comment>
        <translation>Anführungszeichen %1</translation>
    </message>
    <message>
        <source>empty rows are read</source>
        <translation>leere Zeilen werden gelesen</translation>
    </message>
    <message>
        <source>spaces are trimmed</source>
        <translation>Leerzeichen am Rand entfallen</translation>
    </message>
    <message>
        <source>comments begin with %1</source>
        <translation>Kommentare beginnen mit %1</translation>
    </message>
    <message>
        <source>read up to %1</source>
        <translation>gelesen bis %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) count as blank</source>
        <translation>
            <numerusform>%Ln Wort gilt als leer</numerusform>
            <numerusform>%Ln Wörter gelten als leer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::RecentModel</name>
    <message>
        <source>%1, %2 (%3)</source>
        <extracomment>kind of record, account, kind of account: &quot;Leads, Acme (Sandbox)&quot;</extracomment>
        <translation>%1, %2 (%3)</translation>
    </message>
    <message>
        <source>Running in another window</source>
        <translation>Läuft in einem anderen Fenster</translation>
    </message>
    <message>
        <source>Interrupted: %1 of %2 in</source>
        <translation>Unterbrochen: %1 von %2 angekommen</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 in</source>
        <translation>Abgebrochen: %1 von %2 angekommen</translation>
    </message>
    <message>
        <source>%1 in</source>
        <comment>rows</comment>
        <translation>%1 angekommen</translation>
    </message>
    <message>
        <source>%1 — File not found</source>
        <translation>%1 — Datei nicht gefunden</translation>
    </message>
    <message>
        <source>%1 to %2, %3, %4</source>
        <comment>file, where to, when, result</comment>
        <translation>%1 nach %2, %3, %4</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>The record of this import cannot be read</source>
        <translation>Die Aufzeichnung dieses Imports lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <comment>rows</comment>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <comment>rows</comment>
        <translation>%1 unbekannt</translation>
    </message>
    <message>
        <source>%1 not in</source>
        <comment>rows</comment>
        <translation>%1 nicht drin</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <comment>rows</comment>
        <translation>%1 ausgelassen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>folder of an import, why it cannot be read</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Interrupted: %1 of %2 deleted</source>
        <translation>Unterbrochen: %1 von %2 gelöscht</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 deleted</source>
        <translation>Angehalten: %1 von %2 gelöscht</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <comment>rows</comment>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>%1 not deleted</source>
        <comment>rows</comment>
        <translation>%1 nicht gelöscht</translation>
    </message>
    <message>
        <source>%1 with warnings</source>
        <comment>rows</comment>
        <translation>%1 mit Warnungen</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::RecentTable</name>
    <message>
        <source>Recent imports</source>
        <translation>Letzte Importe</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::RecordPane</name>
    <message>
        <source>Show as JSON</source>
        <translation>Als JSON zeigen</translation>
    </message>
    <message>
        <source>Exactly as it is sent, for whoever looks after the account</source>
        <translation>Genau wie es gesendet wird, für die Person, die das Konto betreut</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 &quot;Key&quot; or the name of a property, %2 its value</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1:</source>
        <comment>followed by what is in it</comment>
        <translation>%1:</translation>
    </message>
    <message>
        <source>What %1 gets</source>
        <extracomment>%1 &quot;Dotdigital&quot;</extracomment>
        <translation>Was %1 bekommt</translation>
    </message>
    <message numerus="yes">
        <source>For the record of row %1: %Ln of the first rows form it</source>
        <translation>
            <numerusform>Für den Datensatz von Zeile %1: %Ln der ersten Zeilen bildet ihn</numerusform>
            <numerusform>Für den Datensatz von Zeile %1: %Ln der ersten Zeilen bilden ihn</numerusform>
        </translation>
    </message>
    <message>
        <source>For row %1</source>
        <translation>Für Zeile %1</translation>
    </message>
    <message>
        <source>Show as list</source>
        <translation>Als Liste zeigen</translation>
    </message>
    <message>
        <source>For row %1. Rows further down with the same key join its list.</source>
        <translation>Für Zeile %1. Zeilen weiter unten mit demselben Schlüssel kommen in ihre Liste.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ResultRows</name>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>id in %1</source>
        <translation>ID in %1</translation>
    </message>
    <message>
        <source>%1. This row was left out; it was not sent.</source>
        <translation>%1. Diese Zeile wurde ausgelassen; sie wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>%1 said: %2</source>
        <extracomment>%1 &quot;Salesforce&quot;, %2 its own words</extracomment>
        <translation>%1 meldet: %2</translation>
    </message>
    <message>
        <source>%1 did not look at this row, so it is not in.</source>
        <extracomment>%1 &quot;Salesforce&quot;</extracomment>
        <translation>%1 hat sich diese Zeile nicht angesehen; sie ist also nicht drin.</translation>
    </message>
    <message>
        <source>Try %3: %1. Before that: %2.</source>
        <extracomment>%1 &quot;added&quot;, %2 what was said before</extracomment>
        <translation>Versuch %3: %1. Davor: %2.</translation>
    </message>
    <message>
        <source>%1 (tried %2×)</source>
        <extracomment>%1 a reason, %2 a number</extracomment>
        <translation>%1 (%2× versucht)</translation>
    </message>
    <message>
        <source>Existing record: %1</source>
        <translation>Vorhandener Datensatz: %1</translation>
    </message>
    <message>
        <source>%1, record %2</source>
        <extracomment>%1 &quot;added&quot;, %2 a record id</extracomment>
        <translation>%1, Datensatz %2</translation>
    </message>
    <message>
        <source>%1 — %2. %3</source>
        <extracomment>%1 &quot;failed&quot;, %2 why, %3 what the service said</extracomment>
        <translation>%1 — %2. %3</translation>
    </message>
    <message>
        <source>Send this row now…</source>
        <translation>Diese Zeile jetzt senden…</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>Record: %1</source>
        <translation>Datensatz: %1</translation>
    </message>
    <message>
        <source>Open the record in %1</source>
        <extracomment>%1 &quot;Salesforce&quot;</extracomment>
        <translation>Den Datensatz in %1 öffnen</translation>
    </message>
    <message>
        <source>%1. What you can do: %2</source>
        <translation>%1. Was Sie tun können: %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a record&apos;s key</comment>
        <extracomment>%1 a column of the file, %2 its value</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ResultsPage</name>
    <message>
        <source>Rows with their results</source>
        <translation>Zeilen mit ihren Ergebnissen</translation>
    </message>
    <message>
        <source>&amp;Save reports</source>
        <translation>Berichte &amp;speichern</translation>
    </message>
    <message>
        <source>Why rows did not get in</source>
        <translation>Warum Zeilen nicht angekommen sind</translation>
    </message>
    <message>
        <source>Which rows are shown</source>
        <translation>Welche Zeilen angezeigt werden</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner anzeigen</translation>
    </message>
    <message>
        <source>Nothing was imported — every row failed for the same reason</source>
        <translation>Nichts wurde importiert — alle Zeilen sind aus demselben Grund fehlgeschlagen</translation>
    </message>
    <message>
        <source>Nothing was imported — every row failed</source>
        <translation>Nichts wurde importiert — alle Zeilen sind fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 → %2, %3, %4</source>
        <translation>%1 → %2, %3, %4</translation>
    </message>
    <message>
        <source>Every row of your file is in exactly one of these groups, and the sum is the file. Choose a reason to see its rows where they stand in your spreadsheet. Save the failed rows, mend them, and import that file.</source>
        <translation>Jede Zeile Ihrer Datei steht in genau einer dieser Gruppen, und die Summe ist die Datei. Wählen Sie einen Grund, um seine Zeilen dort zu sehen, wo sie in Ihrer Tabelle stehen. Speichern Sie die fehlgeschlagenen Zeilen, berichtigen Sie sie und importieren Sie diese Datei.</translation>
    </message>
    <message>
        <source>Import finished. %1.</source>
        <translation>Import abgeschlossen. %1.</translation>
    </message>
    <message>
        <source>These numbers do not add up to the %1 rows of your file. Please keep the import and report this.</source>
        <translation>Diese Zahlen ergeben zusammen nicht die %1 Zeilen Ihrer Datei. Bitte behalten Sie den Import und melden Sie dies.</translation>
    </message>
    <message>
        <source>%1 — %2 left out, not sent</source>
        <translation>%1 — %2 ausgelassen</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not processed</source>
        <translation>Nicht bearbeitet</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Angekommen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>No rows of this kind</source>
        <translation>Keine Zeilen dieser Art</translation>
    </message>
    <message>
        <source>The rows cannot be shown: the file is gone or has changed.</source>
        <translation>Die Zeilen können nicht angezeigt werden: Die Datei ist weg oder hat sich geändert.</translation>
    </message>
    <message>
        <source>This import was left before its end.</source>
        <translation>Dieser Import wurde vor seinem Ende verlassen.</translation>
    </message>
    <message>
        <source>Nothing is lost: rows that are in stay in, and nothing is sent twice when you continue.</source>
        <translation>Nichts geht verloren: Angekommene Zeilen bleiben, und nichts wird doppelt gesendet, wenn Sie fortsetzen.</translation>
    </message>
    <message>
        <source>“%1” is gone or has changed since this import. Numbers and reasons are shown; the rows cannot be.</source>
        <translation>„%1“ ist weg oder hat sich seit diesem Import geändert. Zahlen und Gründe werden angezeigt, die Zeilen nicht.</translation>
    </message>
    <message>
        <source>Save this mapping as a profile, and the next import takes two clicks.</source>
        <translation>Speichern Sie diese Zuordnung als Profil, dann braucht der nächste Import nur zwei Klicks.</translation>
    </message>
    <message>
        <source>Save mapping profile…</source>
        <translation>Zuordnungsprofil speichern…</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n Teil</numerusform>
            <numerusform>%n Teile</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>How it went: %1</source>
        <translation>Ablauf: %1</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation>Weitere Datei importieren</translation>
    </message>
    <message numerus="yes">
        <source>Saved “%1” (%Ln row(s)).</source>
        <translation>
            <numerusform>„%1“ gespeichert (%Ln Zeile).</numerusform>
            <numerusform>„%1“ gespeichert (%Ln Zeilen).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Interrupted: %1 of %Ln row(s) are in</source>
        <translation>
            <numerusform>Unterbrochen: %1 von %Ln Zeile ist angekommen</numerusform>
            <numerusform>Unterbrochen: %1 von %Ln Zeilen sind angekommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are in, %1 failed</source>
        <translation>
            <numerusform>%Ln Zeile angekommen, %1 fehlgeschlagen</numerusform>
            <numerusform>%Ln Zeilen angekommen, %1 fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln row(s) are in</source>
        <translation>
            <numerusform>Die %Ln Zeile ist angekommen</numerusform>
            <numerusform>Alle %Ln Zeilen sind angekommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are in</source>
        <translation>
            <numerusform>%Ln Zeile ist angekommen</numerusform>
            <numerusform>%Ln Zeilen sind angekommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>= %Ln row(s) in your file ✓ adds up</source>
        <translation>
            <numerusform>= %Ln Zeile in Ihrer Datei ✓ geht auf</numerusform>
            <numerusform>= %Ln Zeilen in Ihrer Datei ✓ geht auf</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s) could not be placed</source>
        <translation>
            <numerusform>%Ln Ergebnis konnte nicht zugeordnet werden</numerusform>
            <numerusform>%Ln Ergebnisse konnten nicht zugeordnet werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %Ln row(s) nobody can tell whether they are in. They are not sent again by themselves.</source>
        <translation>
            <numerusform>Bei %Ln Zeile kann niemand sagen, ob sie angekommen ist. Sie wird nicht von selbst noch einmal gesendet.</numerusform>
            <numerusform>Bei %Ln Zeilen kann niemand sagen, ob sie angekommen sind. Sie werden nicht von selbst noch einmal gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>Hier aufhören</translation>
    </message>
    <message numerus="yes">
        <source>We could not hear whether %1 arrived: %Ln row(s) may be in or not.</source>
        <translation>
            <numerusform>Wir haben nicht erfahren, ob %1 angekommen ist: %Ln Zeile ist vielleicht drin, vielleicht nicht.</numerusform>
            <numerusform>Wir haben nicht erfahren, ob %1 angekommen ist: %Ln Zeilen sind vielleicht drin, vielleicht nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Weglassen</translation>
    </message>
    <message numerus="yes">
        <source>So far %Ln row(s) are in, %1 failed</source>
        <translation>
            <numerusform>Bisher ist %Ln Zeile drin, %1 fehlgeschlagen</numerusform>
            <numerusform>Bisher sind %Ln Zeilen drin, %1 fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are in, %1 failed, of %2 nobody knows</source>
        <translation>
            <numerusform>%Ln Zeile ist drin, %1 fehlgeschlagen, von %2 weiß es niemand</numerusform>
            <numerusform>%Ln Zeilen sind drin, %1 fehlgeschlagen, von %2 weiß es niemand</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the running import</source>
        <translation>Zurück zum laufenden Import</translation>
    </message>
    <message>
        <source>Continue the import</source>
        <translation>Den Import fortsetzen</translation>
    </message>
    <message>
        <source>The import has ended: %1.</source>
        <translation>Der Import ist zu Ende: %1.</translation>
    </message>
    <message>
        <source>Show the results</source>
        <translation>Die Ergebnisse zeigen</translation>
    </message>
    <message>
        <source>More rows failed meanwhile.</source>
        <translation>Inzwischen sind mehr Zeilen fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Reading your file…</source>
        <translation>Ihre Datei wird gelesen …</translation>
    </message>
    <message numerus="yes">
        <source>= %Ln row(s) in your file</source>
        <translation>
            <numerusform>= %Ln Zeile in Ihrer Datei</numerusform>
            <numerusform>= %Ln Zeilen in Ihrer Datei</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the rows…</source>
        <translation>Die Zeilen werden gelesen …</translation>
    </message>
    <message>
        <source>%1 was asked what has arrived; nothing was sent.</source>
        <translation>%1 wurde gefragt, was angekommen ist; gesendet wurde nichts.</translation>
    </message>
    <message>
        <source>Nothing was on its way.</source>
        <translation>Nichts war unterwegs.</translation>
    </message>
    <message>
        <source>Asked at %1: still unknown.</source>
        <extracomment>%1 &quot;12:18&quot;</extracomment>
        <translation>Um %1 gefragt: noch unbekannt.</translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln row(s) again</source>
        <translation>
            <numerusform>%Ln Zeile noch einmal senden</numerusform>
            <numerusform>%Ln Zeilen noch einmal senden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were not sent</source>
        <translation>
            <numerusform>%Ln wurde nicht gesendet</numerusform>
            <numerusform>%Ln wurden nicht gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were not processed</source>
        <translation>
            <numerusform>%Ln wurde nicht bearbeitet</numerusform>
            <numerusform>%Ln wurden nicht bearbeitet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %Ln row(s) are in</source>
        <translation>
            <numerusform>Angehalten: %Ln Zeile ist drin</numerusform>
            <numerusform>Angehalten: %Ln Zeilen sind drin</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>of %1 nobody knows</source>
        <translation>von %1 weiß es niemand</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were sent a second time; they may be in twice.</source>
        <translation>
            <numerusform>%Ln Zeile wurde ein zweites Mal gesendet; vielleicht ist sie doppelt drin.</numerusform>
            <numerusform>%Ln Zeilen wurden ein zweites Mal gesendet; vielleicht sind sie doppelt drin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were sent a second time.</source>
        <translation>
            <numerusform>%Ln Zeile wurde ein zweites Mal gesendet.</numerusform>
            <numerusform>%Ln Zeilen wurden ein zweites Mal gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rowlift cannot take that back, and it stays on record.</source>
        <translation>Rowlift kann das nicht zurücknehmen, und es bleibt aufgezeichnet.</translation>
    </message>
    <message>
        <source>Do not send them</source>
        <translation>Nicht senden</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln row(s) that are not in</source>
        <translation>
            <numerusform>%Ln Zeile senden, die nicht drin ist</numerusform>
            <numerusform>%Ln Zeilen senden, die nicht drin sind</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s) were refused; the other %2 were sent again and are in.</source>
        <translation>
            <numerusform>%1 von %Ln Zeile wurden abgelehnt; die anderen %2 wurden noch einmal gesendet und sind drin.</numerusform>
            <numerusform>%1 von %Ln Zeilen wurden abgelehnt; die anderen %2 wurden noch einmal gesendet und sind drin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s) were refused; the other %2 were sent again, and %3 of them are in.</source>
        <translation>
            <numerusform>%1 von %Ln Zeile wurden abgelehnt; die anderen %2 wurden noch einmal gesendet, und %3 davon sind drin.</numerusform>
            <numerusform>%1 von %Ln Zeilen wurden abgelehnt; die anderen %2 wurden noch einmal gesendet, und %3 davon sind drin.</numerusform>
        </translation>
    </message>
    <message>
        <source>A copy of every deleted record is in the folder of this import.</source>
        <translation>Eine Kopie jedes gelöschten Datensatzes liegt im Ordner dieses Imports.</translation>
    </message>
    <message>
        <source>What the records held before is in the folder of this import.</source>
        <translation>Was die Datensätze vorher enthielten, liegt im Ordner dieses Imports.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Nothing was deleted — every row failed</source>
        <translation>Es wurde nichts gelöscht — jede Zeile ist gescheitert</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>Try %1: %2</source>
        <extracomment>%1 a number, %2 what came of it</extracomment>
        <translation>Versuch %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln row(s) &amp;again</source>
        <translation>
            <numerusform>%Ln Zeile noch &amp;einmal senden</numerusform>
            <numerusform>%Ln Zeilen noch &amp;einmal senden</numerusform>
        </translation>
    </message>
    <message>
        <source>These rows are not in; they are sent as they stand in your file.</source>
        <translation>Diese Zeilen sind nicht drin; sie werden gesendet, wie sie in Ihrer Datei stehen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of the %Ln row(s) that were sent again are in.</source>
        <translation>
            <numerusform>%1 von %Ln Zeile, die noch einmal gesendet wurde, ist drin.</numerusform>
            <numerusform>%1 der %Ln Zeilen, die noch einmal gesendet wurden, sind drin.</numerusform>
        </translation>
    </message>
    <message>
        <source>Row %1 is in now.</source>
        <translation>Zeile %1 ist jetzt drin.</translation>
    </message>
    <message>
        <source>Row %1 is still not in; what was said this time stands below it.</source>
        <translation>Zeile %1 ist immer noch nicht drin; was diesmal gesagt wurde, steht darunter.</translation>
    </message>
    <message>
        <source>Save the &amp;list…</source>
        <translation>&amp;Liste speichern…</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n Aufruf</numerusform>
            <numerusform>%n Aufrufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>busy rows were tried again %n time(s)</source>
        <translation>
            <numerusform>belegte Zeilen wurden %n-mal noch einmal versucht</numerusform>
            <numerusform>belegte Zeilen wurden %n-mal noch einmal versucht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>some rows were sent again %n time(s) on your word</source>
        <translation>
            <numerusform>einige Zeilen wurden auf Ihr Wort %n-mal noch einmal gesendet</numerusform>
            <numerusform>einige Zeilen wurden auf Ihr Wort %n-mal noch einmal gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (tried %2×)</source>
        <translation>%1 (%2× versucht)</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>So far the records of %Ln row(s) are deleted, %1 failed</source>
        <translation>
            <numerusform>Bisher ist der Datensatz von %Ln Zeile gelöscht, %1 gescheitert</numerusform>
            <numerusform>Bisher sind die Datensätze von %Ln Zeilen gelöscht, %1 gescheitert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Interrupted: the records of %1 of %Ln row(s) are deleted</source>
        <translation>
            <numerusform>Unterbrochen: die Datensätze von %1 von %Ln Zeile sind gelöscht</numerusform>
            <numerusform>Unterbrochen: die Datensätze von %1 von %Ln Zeilen sind gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: the records of %Ln row(s) are deleted, %1 failed, %2</source>
        <translation>
            <numerusform>Angehalten: der Datensatz von %Ln Zeile ist gelöscht, %1 gescheitert, %2</numerusform>
            <numerusform>Angehalten: die Datensätze von %Ln Zeilen sind gelöscht, %1 gescheitert, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The records of %Ln row(s) are deleted, %1 failed</source>
        <translation>
            <numerusform>Der Datensatz von %Ln Zeile ist gelöscht, %1 gescheitert</numerusform>
            <numerusform>Die Datensätze von %Ln Zeilen sind gelöscht, %1 gescheitert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The records of all %Ln row(s) are deleted</source>
        <translation>
            <numerusform>Der Datensatz von %Ln Zeile ist gelöscht</numerusform>
            <numerusform>Die Datensätze aller %Ln Zeilen sind gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The records of %Ln row(s) are deleted</source>
        <translation>
            <numerusform>Der Datensatz von %Ln Zeile ist gelöscht</numerusform>
            <numerusform>Die Datensätze von %Ln Zeilen sind gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 not processed</source>
        <translation>%1 nicht verarbeitet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are still with %1, which cannot be told to drop them. Their results are fetched when Rowlift starts, or when you ask for them.</source>
        <translation>
            <numerusform>%Ln Zeile ist noch bei %1, das sie nicht fallen lassen kann. Ihr Ergebnis wird abgeholt, wenn Rowlift startet oder wenn Sie danach fragen.</numerusform>
            <numerusform>%Ln Zeilen sind noch bei %1, das sie nicht fallen lassen kann. Ihre Ergebnisse werden abgeholt, wenn Rowlift startet oder wenn Sie danach fragen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked at %1: not all are there yet.</source>
        <translation>Gefragt um %1: Noch sind nicht alle da.</translation>
    </message>
    <message numerus="yes">
        <source>The same is so of %Ln further part(s).</source>
        <translation>
            <numerusform>Dasselbe gilt für %Ln weiteren Teil.</numerusform>
            <numerusform>Dasselbe gilt für %Ln weitere Teile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with warnings</source>
        <translation>
            <numerusform>%Ln mit Warnung</numerusform>
            <numerusform>%Ln mit Warnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln wait for their results</source>
        <translation>
            <numerusform>%Ln wartet auf das Ergebnis</numerusform>
            <numerusform>%Ln warten auf ihre Ergebnisse</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for the results now</source>
        <translation>Jetzt nach den Ergebnissen fragen</translation>
    </message>
    <message>
        <source>What %1 warns of</source>
        <translation>Wovor %1 warnt</translation>
    </message>
    <message>
        <source>Why rows did not get in, and warnings</source>
        <translation>Warum Zeilen nicht drin sind, und Warnungen</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) that allow contact were not sent</source>
        <translation>
            <numerusform>%Ln Wert, der Kontakt erlaubt, wurde nicht gesendet</numerusform>
            <numerusform>%Ln Werte, die Kontakt erlauben, wurden nicht gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>We could not hear whether %1 arrived: %2 may be in or not.</source>
        <extracomment>%1 &quot;part 7&quot; or &quot;parts 7 and 9&quot;</extracomment>
        <translation>Wir konnten nicht hören, ob %1 angekommen ist: %2 können drin sein oder nicht.</translation>
    </message>
    <message>
        <source>So far %1 are in</source>
        <extracomment>%1 &quot;12 records (30 rows)&quot;</extracomment>
        <translation>Bis jetzt sind %1 drin</translation>
    </message>
    <message>
        <source>Stopped: %1 are in</source>
        <translation>Angehalten: %1 sind drin</translation>
    </message>
    <message>
        <source>Interrupted: %1 are in</source>
        <translation>Unterbrochen: %1 sind drin</translation>
    </message>
    <message>
        <source>All %1 are in</source>
        <translation>Alle %1 sind drin</translation>
    </message>
    <message>
        <source>%1 are in</source>
        <translation>%1 sind drin</translation>
    </message>
    <message>
        <source>The record of row %1 is sent to %2 by itself, as it stands in your file. If it is taken, it is added, or replaces the one with the same key.</source>
        <extracomment>%1 a row&apos;s number, %2 an account</extracomment>
        <translation>Der Datensatz von Zeile %1 wird für sich an %2 gesendet, wie er in Ihrer Datei steht. Wird er angenommen, kommt er hinzu oder ersetzt den mit demselben Schlüssel.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more row(s) of the same record go with it.</source>
        <translation>
            <numerusform>%Ln weitere Zeile desselben Datensatzes geht mit.</numerusform>
            <numerusform>%Ln weitere Zeilen desselben Datensatzes gehen mit.</numerusform>
        </translation>
    </message>
    <message>
        <source>Their records are not in; they are sent as they stand in your file, each with all of its rows.</source>
        <translation>Ihre Datensätze sind nicht drin; sie werden gesendet, wie sie in Ihrer Datei stehen, jeder mit all seinen Zeilen.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::RowJump</name>
    <message>
        <source>Go to row…</source>
        <translation>Gehe zu Zeile…</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::RowListWords</name>
    <message>
        <source>Type a name for the list.</source>
        <translation>Geben Sie der Liste einen Namen.</translation>
    </message>
    <message>
        <source>The name of the list is one word, such as products.</source>
        <translation>Der Name der Liste ist ein Wort, etwa products.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::RowPanel</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::RowSentences</name>
    <message>
        <source>%1 is empty, but %2 needs it.</source>
        <translation>%1 ist leer, aber %2 braucht einen Wert.</translation>
    </message>
    <message>
        <source>%1 is empty: %2 refuses the row if the record is new.</source>
        <translation>%1 ist leer: %2 lehnt die Zeile ab, wenn der Datensatz neu ist.</translation>
    </message>
    <message>
        <source>%1 is too long: %2 characters of at most %3.</source>
        <translation>%1 ist zu lang: %2 Zeichen von höchstens %3.</translation>
    </message>
    <message>
        <source>%1: “%2” cannot be read as a number.</source>
        <translation>%1: „%2“ ist keine lesbare Zahl.</translation>
    </message>
    <message>
        <source>%1: “%2” is too large.</source>
        <translation>%1: „%2“ ist zu groß.</translation>
    </message>
    <message>
        <source>%1: “%2” is neither yes nor no.</source>
        <translation>%1: „%2“ ist weder Ja noch Nein.</translation>
    </message>
    <message>
        <source>%1: “%2” cannot be read as a date.</source>
        <translation>%1: „%2“ ist kein lesbares Datum.</translation>
    </message>
    <message>
        <source>%1: “%2” is not on the list in %3.</source>
        <translation>%1: „%2“ steht nicht auf der Liste in %3.</translation>
    </message>
    <message>
        <source>%1: “%2” is not a record id.</source>
        <translation>%1: „%2“ ist keine Datensatz-ID.</translation>
    </message>
    <message>
        <source>%1: “%2” is not an e-mail address.</source>
        <translation>%1: „%2“ ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>%1: “%2” looks wrong.</source>
        <translation>%1: „%2“ sieht falsch aus.</translation>
    </message>
    <message>
        <source>%1: “%2” is in the file more than once.</source>
        <translation>%1: „%2“ kommt in der Datei mehrfach vor.</translation>
    </message>
    <message>
        <source>This row has %1 cells, but the header has %2.</source>
        <translation>Diese Zeile hat %1 Zellen, die Kopfzeile aber %2.</translation>
    </message>
    <message>
        <source>This row is left out.</source>
        <translation>Diese Zeile wird ausgelassen.</translation>
    </message>
    <message>
        <source>The row is sent as it is.</source>
        <translation>Die Zeile wird gesendet, wie sie ist.</translation>
    </message>
    <message>
        <source>%1: “%2” cannot be read as a time of day.</source>
        <translation>%1: „%2“ ist keine lesbare Uhrzeit.</translation>
    </message>
    <message>
        <source>%1: “%2” is not a telephone number.</source>
        <translation>%1: „%2“ ist keine Telefonnummer.</translation>
    </message>
    <message>
        <source>%1 is empty. It finds the record, so it is not cleared.</source>
        <translation>%1 ist leer. Der Datensatz wird darüber gefunden, deshalb wird es nicht geleert.</translation>
    </message>
    <message>
        <source>%1: the end of “%2” is cut off.</source>
        <translation>%1: Das Ende von „%2“ wird abgeschnitten.</translation>
    </message>
    <message>
        <source>%1 is empty. It is either yes or no, so it is not cleared.</source>
        <translation>%1 ist leer. Es ist entweder ja oder nein, deshalb wird es nicht geleert.</translation>
    </message>
    <message>
        <source>%1: “%2” clears the field.</source>
        <translation>%1: „%2“ leert das Feld.</translation>
    </message>
    <message>
        <source>%1: “%2” has characters that cannot be read.</source>
        <translation>%1: „%2“ hat Zeichen, die nicht lesbar sind.</translation>
    </message>
    <message>
        <source>%1: “%2” has no capital letter. If they were lost, it is another record&apos;s id.</source>
        <translation>%1: „%2“ hat keinen Großbuchstaben. Falls sie verloren gingen, ist es die ID eines anderen Datensatzes.</translation>
    </message>
    <message>
        <source>%1: “%2” is the id of another kind of record.</source>
        <translation>%1: „%2“ ist die ID einer anderen Art von Datensatz.</translation>
    </message>
    <message>
        <source>%1: “%2” cannot clear it.</source>
        <translation>%1: „%2“ kann es nicht leeren.</translation>
    </message>
    <message>
        <source>%1 is empty. It names another record, so it is not cleared.</source>
        <translation>%1 ist leer. Es nennt einen anderen Datensatz und wird deshalb nicht geleert.</translation>
    </message>
    <message>
        <source>%1: “%2” is in the file more than once. The record is deleted once.</source>
        <translation>%1: „%2“ steht mehrmals in der Datei. Der Datensatz wird einmal gelöscht.</translation>
    </message>
    <message>
        <source>%1: no record in %3 has “%2”.</source>
        <extracomment>%1 a field, %2 its value, %3 the service</extracomment>
        <translation>%1: Kein Datensatz in %3 hat „%2“.</translation>
    </message>
    <message>
        <source>%1: several records in %3 have “%2”.</source>
        <translation>%1: Mehrere Datensätze in %3 haben „%2“.</translation>
    </message>
    <message>
        <source>%1: several records in %3 have “%2”. The one that was changed last is taken.</source>
        <translation>%1: Mehrere Datensätze in %3 haben „%2“. Der zuletzt geänderte wird genommen.</translation>
    </message>
    <message>
        <source>%1: further decimals of “%2” are cut off.</source>
        <translation>%1: Weitere Nachkommastellen von „%2“ werden abgeschnitten.</translation>
    </message>
    <message>
        <source>%1 is too long: %2 bytes of at most %3. Letters with accents take two or more.</source>
        <translation>%1 ist zu lang: %2 von höchstens %3 Bytes. Buchstaben mit Akzent brauchen zwei oder mehr.</translation>
    </message>
    <message>
        <source>%1: “%2” does not begin with https:// or http://.</source>
        <translation>%1: „%2“ beginnt nicht mit https:// oder http://.</translation>
    </message>
    <message>
        <source>%1: “%2” allows contact, so it is not sent.</source>
        <translation>%1: „%2“ erlaubt Kontakt und wird darum nicht gesendet.</translation>
    </message>
    <message>
        <source>%1 is not cleared: that could allow contact again.</source>
        <translation>%1 wird nicht geleert: Das könnte Kontakt wieder erlauben.</translation>
    </message>
    <message>
        <source>“%1” says that this person must not be contacted, but the column is not imported.</source>
        <extracomment>%1 a value of the file</extracomment>
        <translation>„%1“ sagt, dass diese Person nicht kontaktiert werden darf; die Spalte wird aber nicht importiert.</translation>
    </message>
    <message>
        <source>All else of the row is sent.</source>
        <translation>Alles andere der Zeile wird gesendet.</translation>
    </message>
    <message>
        <source>%1 has %2 characters: %3 may refuse it.</source>
        <extracomment>%1 a field, %2 a number, %3 the service</extracomment>
        <translation>%1 hat %2 Zeichen: %3 lehnt es vielleicht ab.</translation>
    </message>
    <message>
        <source>Another row of the same record has a problem. A record is sent whole or not at all.</source>
        <translation>Eine andere Zeile desselben Datensatzes hat ein Problem. Ein Datensatz wird ganz oder gar nicht gesendet.</translation>
    </message>
    <message>
        <source>%1: the rows of this record do not agree. That of its first row is sent.</source>
        <translation>%1: Die Zeilen dieses Datensatzes stimmen nicht überein. Der Wert der ersten Zeile wird gesendet.</translation>
    </message>
    <message>
        <source>%1: %3 may refuse “%2” as a key.</source>
        <extracomment>%1 a field, %2 its value, %3 the service</extracomment>
        <translation>%1: %3 lehnt „%2“ als Schlüssel vielleicht ab.</translation>
    </message>
    <message>
        <source>%1: %3 may take “%2” for a date.</source>
        <extracomment>%1 a field, %2 its value, %3 the service</extracomment>
        <translation>%1: %3 hält „%2“ vielleicht für ein Datum.</translation>
    </message>
    <message>
        <source>%1 is not the same in all rows of this record.</source>
        <translation>%1 ist nicht in allen Zeilen dieses Datensatzes gleich.</translation>
    </message>
    <message>
        <source>The rows of this record are together more than %1 takes at once.</source>
        <extracomment>%1 the service</extracomment>
        <translation>Die Zeilen dieses Datensatzes sind zusammen mehr, als %1 auf einmal nimmt.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::RowStoryPanel</name>
    <message>
        <source>Send this row &amp;now</source>
        <translation>Diese Zeile &amp;jetzt senden</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::RunAnnouncer</name>
    <message>
        <source>%1 percent of the rows are done.</source>
        <translation>%1 Prozent der Zeilen sind erledigt.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::RunAttendant</name>
    <message>
        <source>An import is running</source>
        <translation>Ein Import läuft</translation>
    </message>
    <message>
        <source>Your import waits for you</source>
        <translation>Ihr Import wartet auf Sie</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the first rows failed. Nothing else was sent.</source>
        <translation>
            <numerusform>%Ln der ersten Zeilen ist fehlgeschlagen. Sonst wurde nichts gesendet.</numerusform>
            <numerusform>%Ln der ersten Zeilen sind fehlgeschlagen. Sonst wurde nichts gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) imported, %1 failed</source>
        <extracomment>%Ln rows are in; %1: the number of those that failed</extracomment>
        <translation>
            <numerusform>%Ln Zeile importiert, %1 fehlgeschlagen</numerusform>
            <numerusform>%Ln Zeilen importiert, %1 fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Import finished: %1</source>
        <translation>Import fertig: %1</translation>
    </message>
    <message>
        <source>Import stopped: %1</source>
        <translation>Import angehalten: %1</translation>
    </message>
    <message>
        <source>Import interrupted: %1</source>
        <translation>Import unterbrochen: %1</translation>
    </message>
    <message>
        <source>%1. It can be continued.</source>
        <translation>%1. Er lässt sich fortsetzen.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::RunFailures</name>
    <message>
        <source>&amp;Look at failed rows</source>
        <translation>&amp;Fehlgeschlagene Zeilen ansehen</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Most failures so far:  %1</source>
        <translation>Bisher am häufigsten fehlgeschlagen:  %1</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::RunNotices</name>
    <message>
        <source>No connection since %1. Nothing is lost; Rowlift goes on when it is back.</source>
        <translation>Keine Verbindung seit %1. Nichts ist verloren; Rowlift macht weiter, wenn sie wieder da ist.</translation>
    </message>
    <message>
        <source>Fix and start again</source>
        <translation>Beheben und neu beginnen</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>Hier aufhören</translation>
    </message>
    <message>
        <source>Go on anyway</source>
        <translation>Trotzdem weitermachen</translation>
    </message>
    <message>
        <source>%1 of %2 rows are done; nothing is lost.</source>
        <translation>%1 von %2 Zeilen sind erledigt; nichts ist verloren.</translation>
    </message>
    <message>
        <source>%1 allows no more today.</source>
        <translation>%1 erlaubt heute nichts mehr.</translation>
    </message>
    <message>
        <source>Continue later</source>
        <translation>Später fortsetzen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>We could not hear whether %1 arrived. Nothing of it is sent again without proof; you will be asked at the end.</source>
        <extracomment>%1 &quot;part 7&quot; or &quot;parts 7 and 9&quot;</extracomment>
        <translation>Wir haben nicht erfahren, ob %1 angekommen ist. Nichts davon wird ohne Beweis noch einmal gesendet; am Ende werden Sie gefragt.</translation>
    </message>
    <message numerus="yes">
        <source>The computer slept from %1 to %2. %3 of %n part(s) had arrived; the rest is being sent. Nothing was sent twice.</source>
        <translation>
            <numerusform>Der Computer schlief von %1 bis %2. %3 von %n Teil war angekommen; der Rest wird gesendet. Nichts wurde doppelt gesendet.</numerusform>
            <numerusform>Der Computer schlief von %1 bis %2. %3 von %n Teilen waren angekommen; der Rest wird gesendet. Nichts wurde doppelt gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>This import is running in another window. Here you can only look on.</source>
        <translation>Dieser Import läuft in einem anderen Fenster. Hier können Sie nur zusehen.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message numerus="yes">
        <source>All of the first %Ln row(s) failed: %1. Nothing else was sent.</source>
        <translation>
            <numerusform>Die erste %Ln Zeile ist fehlgeschlagen: %1. Sonst wurde nichts gesendet.</numerusform>
            <numerusform>Alle ersten %Ln Zeilen sind fehlgeschlagen: %1. Sonst wurde nichts gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the first %Ln row(s) failed, most of them: %2. Nothing else was sent.</source>
        <translation>
            <numerusform>%1 von der ersten %Ln Zeile fehlgeschlagen, meist: %2. Sonst wurde nichts gesendet.</numerusform>
            <numerusform>%1 der ersten %Ln Zeilen sind fehlgeschlagen, meist: %2. Sonst wurde nichts gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>If they did arrive, sending them again adds their rows to %1 a second time: look there first.</source>
        <translation>Falls sie doch angekommen sind, werden ihre Zeilen beim nochmaligen Senden ein zweites Mal in %1 angelegt: Sehen Sie dort zuerst nach.</translation>
    </message>
    <message>
        <source>Sending them again changes the same records to the same values once more; nothing is added twice.</source>
        <translation>Beim nochmaligen Senden bekommen dieselben Datensätze noch einmal dieselben Werte; nichts wird doppelt angelegt.</translation>
    </message>
    <message>
        <source>Records that are deleted already are told as failed when they are sent again; nothing else is deleted.</source>
        <translation>Datensätze, die schon gelöscht sind, gelten beim nochmaligen Senden als fehlgeschlagen; sonst wird nichts gelöscht.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Trying now…</source>
        <translation>Wird jetzt versucht …</translation>
    </message>
    <message>
        <source>Next try in %1 s</source>
        <translation>Nächster Versuch in %1 s</translation>
    </message>
    <message numerus="yes">
        <source>tried %n time(s)</source>
        <translation>
            <numerusform>%n Mal versucht</numerusform>
            <numerusform>%n Mal versucht</numerusform>
        </translation>
    </message>
    <message>
        <source>trying again (try %1)</source>
        <translation>noch ein Versuch (%1.)</translation>
    </message>
    <message>
        <source>Nothing is lost; Rowlift goes on by itself.</source>
        <translation>Nichts ist verloren; Rowlift macht von selbst weiter.</translation>
    </message>
    <message>
        <source>It is paused: Continue tries again.</source>
        <translation>Er ist angehalten: Fortsetzen versucht es noch einmal.</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Details ausblenden</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are in.</source>
        <translation>
            <numerusform>%Ln Zeile ist drin.</numerusform>
            <numerusform>%Ln Zeilen sind drin.</numerusform>
        </translation>
    </message>
    <message>
        <source>Starting again would add them a second time.</source>
        <translation>Ein neuer Beginn würde sie ein zweites Mal anlegen.</translation>
    </message>
    <message>
        <source>Network hiccup — %1.</source>
        <extracomment>%1 &quot;trying again (try 2)&quot;</extracomment>
        <translation>Das Netz hakt — %1.</translation>
    </message>
    <message>
        <source>%1 takes its time to answer.</source>
        <extracomment>%1 &quot;Salesforce&quot;</extracomment>
        <translation>%1 lässt sich Zeit mit der Antwort.</translation>
    </message>
    <message>
        <source>%1 is asked too much at the moment. Rowlift waits as long as %1 wants, and goes on by itself.</source>
        <translation>%1 wird gerade zu viel gefragt. Rowlift wartet, so lange %1 will, und macht von selbst weiter.</translation>
    </message>
    <message>
        <source>%1 has trouble at the moment.</source>
        <translation>%1 hat gerade Schwierigkeiten.</translation>
    </message>
    <message>
        <source>The disk of this computer has trouble at the moment.</source>
        <translation>Die Platte dieses Computers hat gerade Schwierigkeiten.</translation>
    </message>
    <message>
        <source>%1 could not take it yet.</source>
        <translation>%1 konnte es noch nicht annehmen.</translation>
    </message>
    <message>
        <source>This import waits for an answer in the other window: many rows of its first part failed.</source>
        <translation>Dieser Import wartet im anderen Fenster auf eine Antwort: Viele Zeilen seines ersten Teils sind fehlgeschlagen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were busy; Rowlift is trying them again (try %1 of %2).</source>
        <extracomment>%1 and %2 numbers</extracomment>
        <translation>
            <numerusform>%Ln Zeile war belegt; Rowlift versucht sie noch einmal (Versuch %1 von %2).</numerusform>
            <numerusform>%Ln Zeilen waren belegt; Rowlift versucht sie noch einmal (Versuch %1 von %2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were busy; Rowlift tries them again at %1 (try %2 of %3).</source>
        <extracomment>%1 a time, %2 and %3 numbers</extracomment>
        <translation>
            <numerusform>%Ln Zeile war belegt; Rowlift versucht sie um %1 noch einmal (Versuch %2 von %3).</numerusform>
            <numerusform>%Ln Zeilen waren belegt; Rowlift versucht sie um %1 noch einmal (Versuch %2 von %3).</numerusform>
        </translation>
    </message>
    <message>
        <source>%1&apos;s queue is full. Rowlift waits and tries again by itself.</source>
        <extracomment>%1 &quot;Marketo&quot;</extracomment>
        <translation>Die Warteschlange von %1 ist voll. Rowlift wartet und versucht es von selbst wieder.</translation>
    </message>
    <message numerus="yes">
        <source>Next try in about %n minute(s), at %1</source>
        <extracomment>%1 a time: &quot;14:05&quot;</extracomment>
        <translation>
            <numerusform>Nächster Versuch in etwa %n Minute, um %1</numerusform>
            <numerusform>Nächster Versuch in etwa %n Minuten, um %1</numerusform>
        </translation>
    </message>
    <message>
        <source>What was sent before stays sent: do not import the file again before you have looked.</source>
        <translation>Was vorher gesendet wurde, bleibt gesendet: Importieren Sie die Datei nicht noch einmal, bevor Sie nachgesehen haben.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::RunWords</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
    <message>
        <source>%1 of %2 rows failed</source>
        <translation>%1 von %2 Zeilen fehlgeschlagen</translation>
    </message>
    <message>
        <source>Part %1 is being sent.</source>
        <translation>Teil %1 wird gesendet.</translation>
    </message>
    <message>
        <source>Part %1 has arrived and is being worked on.</source>
        <translation>Teil %1 ist angekommen und wird bearbeitet.</translation>
    </message>
    <message>
        <source>The service is asked to drop what it has not done of part %1.</source>
        <translation>Der Dienst wird gebeten, fallen zu lassen, was er von Teil %1 noch nicht bearbeitet hat.</translation>
    </message>
    <message>
        <source>The results of part %1 are being read.</source>
        <translation>Die Ergebnisse von Teil %1 werden gelesen.</translation>
    </message>
    <message>
        <source>Part %1 is done.</source>
        <translation>Teil %1 ist fertig.</translation>
    </message>
    <message>
        <source>Part %1 is done, %2 of %3 rows failed.</source>
        <translation>Teil %1 ist fertig, %2 von %3 Zeilen sind fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Part %1 was not taken and will be tried again.</source>
        <translation>Teil %1 wurde nicht angenommen und wird noch einmal versucht.</translation>
    </message>
    <message>
        <source>Part %1 was refused: %2</source>
        <translation>Teil %1 wurde abgelehnt: %2</translation>
    </message>
    <message>
        <source>Part %1 was not sent.</source>
        <translation>Teil %1 wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>Nobody can tell whether part %1 arrived. It is not sent again.</source>
        <translation>Niemand kann sagen, ob Teil %1 angekommen ist. Er wird nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>noch etwa %n Minute</numerusform>
            <numerusform>noch etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>noch etwa %n Stunde</numerusform>
            <numerusform>noch etwa %n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>sending %1/%2 MB</source>
        <translation>sendet %1/%2 MB</translation>
    </message>
    <message>
        <source>being dropped</source>
        <translation>wird verworfen</translation>
    </message>
    <message>
        <source>being worked on</source>
        <translation>in Bearbeitung</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>bei %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Part %1 is already with %2 and will finish.</source>
        <extracomment>%1 &quot;Salesforce&quot;</extracomment>
        <translation>Teil %1 ist schon bei %2 und kommt zu Ende.</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) are already with %1 and will finish.</source>
        <translation>
            <numerusform>%n Teil ist schon bei %1 und kommt zu Ende.</numerusform>
            <numerusform>%n Teile sind schon bei %1 und kommen zu Ende.</numerusform>
        </translation>
    </message>
    <message>
        <source>part %1</source>
        <translation>Teil %1</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n Teil</numerusform>
            <numerusform>%n Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>parts %1</source>
        <extracomment>%1 &quot;5, 6 and 7&quot;</extracomment>
        <translation>Teile %1</translation>
    </message>
    <message>
        <source>%1 of %2 rows were not processed</source>
        <translation>%1 von %2 Zeilen wurden nicht bearbeitet</translation>
    </message>
    <message>
        <source>Part %1 was stopped, %2 of %3 rows were not processed.</source>
        <translation>Teil %1 wurde angehalten, %2 von %3 Zeilen wurden nicht bearbeitet.</translation>
    </message>
    <message>
        <source>to be tried again</source>
        <translation>werden noch einmal versucht</translation>
    </message>
    <message>
        <source>saving a copy</source>
        <translation>eine Kopie wird gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) that a refused call kept out are sent again, as part %1.</source>
        <translation>
            <numerusform>%Ln Zeile, die ein abgelehnter Aufruf aufgehalten hat, wird als Teil %1 noch einmal gesendet.</numerusform>
            <numerusform>%Ln Zeilen, die ein abgelehnter Aufruf aufgehalten hat, werden als Teil %1 noch einmal gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>in (added or updated)</source>
        <translation>drin (hinzugefügt oder geändert)</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln with warnings</source>
        <comment>%1 what became of rows: in</comment>
        <translation>
            <numerusform>%1, %Ln mit Warnung</numerusform>
            <numerusform>%1, %Ln mit Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>of these with warnings</source>
        <translation>davon mit Warnungen</translation>
    </message>
    <message>
        <source>Sent minus failed: %1 names the rows that failed, and does not tell which of the others were new.</source>
        <extracomment>%1 &quot;Marketo&quot;</extracomment>
        <translation>Gesendet minus gescheitert: %1 nennt die gescheiterten Zeilen und sagt nicht, welche der anderen neu waren.</translation>
    </message>
    <message>
        <source>being worked on by %1</source>
        <extracomment>%1 &quot;Marketo&quot;</extracomment>
        <translation>%1 arbeitet daran</translation>
    </message>
    <message>
        <source>in %1&apos;s queue</source>
        <extracomment>%1 &quot;Salesforce&quot;</extracomment>
        <translation>in der Warteschlange von %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of your parts are in %1&apos;s queue</source>
        <translation>
            <numerusform>%Ln Ihrer Teile ist in der Warteschlange von %1</numerusform>
            <numerusform>%Ln Ihrer Teile sind in der Warteschlange von %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1.</source>
        <extracomment>A sentence: %1 &quot;Marketo works on 1 of your parts, 2 wait here&quot;</extracomment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Part %1 has arrived and is in %2&apos;s queue.</source>
        <extracomment>%2 &quot;Marketo&quot;</extracomment>
        <translation>Teil %1 ist angekommen und in der Warteschlange von %2.</translation>
    </message>
    <message>
        <source>Imported, but: %1</source>
        <translation>Importiert, aber: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 works on %Ln of your parts</source>
        <extracomment>%1 &quot;Marketo&quot;</extracomment>
        <translation>
            <numerusform>%1 arbeitet an %Ln Ihrer Teile</numerusform>
            <numerusform>%1 arbeitet an %Ln Ihrer Teile</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in its queue</source>
        <extracomment>%1 &quot;Marketo&quot;</extracomment>
        <translation>
            <numerusform>%Ln in der Warteschlange</numerusform>
            <numerusform>%Ln in der Warteschlange</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln wait here</source>
        <translation>
            <numerusform>%Ln wartet hier</numerusform>
            <numerusform>%Ln warten hier</numerusform>
        </translation>
    </message>
    <message>
        <source>They go one after the other: %1 takes only one of them at a time.</source>
        <extracomment>%1 &quot;Marketo&quot;</extracomment>
        <translation>Sie gehen nacheinander: %1 nimmt immer nur einen davon.</translation>
    </message>
    <message>
        <source>in (new or replaced)</source>
        <translation>drin (neu oder ersetzt)</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln record(s)</source>
        <extracomment>%1 &quot;failed&quot;: &quot;30 failed, 12 records&quot;</extracomment>
        <translation>
            <numerusform>%1, %Ln Datensatz</numerusform>
            <numerusform>%1, %Ln Datensätze</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>records (rows)</comment>
        <extracomment>%1 &quot;12 records&quot;, %2 &quot;30 rows&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln Datensatz</numerusform>
            <numerusform>%Ln Datensätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of your parts are with %1, which tells how it went when a part is done.</source>
        <extracomment>%1 &quot;Dotdigital&quot;</extracomment>
        <translation>
            <numerusform>%Ln Ihrer Teile ist bei %1, das erst sagt, wie es ging, wenn ein Teil fertig ist.</numerusform>
            <numerusform>%Ln Ihrer Teile sind bei %1, das erst sagt, wie es ging, wenn ein Teil fertig ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Part %1 has arrived at %2.</source>
        <extracomment>%2 &quot;Dotdigital&quot;</extracomment>
        <translation>Teil %1 ist bei %2 angekommen.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::SaveMapping</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Name of the profile</source>
        <translation>&amp;Name des Profils</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::SearchableCombo</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>label and present choice of a list</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::SecretField</name>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Hide what was typed</source>
        <translation>Eingabe verbergen</translation>
    </message>
    <message>
        <source>Show what was typed</source>
        <translation>Eingabe zeigen</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::SettingsDialog</name>
    <message>
        <source>&amp;Keep the computer awake while an import runs</source>
        <translation>Den Computer &amp;wach halten, solange ein Import läuft</translation>
    </message>
    <message>
        <source>&amp;Tell me at the end, when I am doing something else</source>
        <translation>Am Ende &amp;Bescheid sagen, wenn ich etwas anderes tue</translation>
    </message>
    <message>
        <source>&amp;Pause when too much of the first part fails</source>
        <translation>&amp;Anhalten, wenn zu viel vom ersten Teil fehlschlägt</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;More than</source>
        <translation>&amp;Mehr als</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::SplitPanel</name>
    <message>
        <source>First word and the rest</source>
        <translation>Erstes Wort und der Rest</translation>
    </message>
    <message>
        <source>“Last, First”</source>
        <extracomment>How names are written in the file</extracomment>
        <translation>„Nachname, Vorname“</translation>
    </message>
    <message>
        <source>At a character</source>
        <translation>An einem Zeichen</translation>
    </message>
    <message>
        <source>Domain of an e-mail address</source>
        <translation>Domain einer E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Character to split at</source>
        <translation>Zeichen, an dem geteilt wird</translation>
    </message>
    <message>
        <source>Sp&amp;lit by</source>
        <translation>Teilen &amp;nach</translation>
    </message>
    <message>
        <source>Names that need a look</source>
        <translation>Namen, die einen Blick brauchen</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Choose a field…</source>
        <translation>Feld wählen…</translation>
    </message>
    <message>
        <source>Split %1</source>
        <translation>%1 teilen</translation>
    </message>
    <message>
        <source>Field for %1</source>
        <translation>Feld für %1</translation>
    </message>
    <message>
        <source>Choose a field for each part</source>
        <translation>Wählen Sie für jeden Teil ein Feld</translation>
    </message>
    <message>
        <source>%1 | %2</source>
        <translation>%1 | %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) need a look, such as:</source>
        <translation>
            <numerusform>%Ln Name braucht einen Blick:</numerusform>
            <numerusform>%Ln Namen brauchen einen Blick, etwa:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::StartPage</name>
    <message>
        <source>Interrupted imports</source>
        <translation>Unterbrochene Importe</translation>
    </message>
    <message>
        <source>Your profiles</source>
        <translation>Ihre Profile</translation>
    </message>
    <message>
        <source>1   Rowlift looks at the file.</source>
        <translation>1   Rowlift sieht die Datei an.</translation>
    </message>
    <message>
        <source>2   You map its columns.</source>
        <translation>2   Sie ordnen ihre Spalten zu.</translation>
    </message>
    <message>
        <source>3   Nothing is sent until you say so.</source>
        <translation>3   Nichts wird gesendet, bevor Sie es sagen.</translation>
    </message>
    <message>
        <source>Recent imports</source>
        <translation>Letzte Importe</translation>
    </message>
    <message>
        <source>Bring a spreadsheet into Salesforce, Marketo or Dotdigital</source>
        <translation>Bringen Sie eine Tabelle nach Salesforce, Marketo oder Dotdigital</translation>
    </message>
    <message>
        <source>Begin with a file, with a profile that you saved, or with an import of the past. Rowlift only reads your file: it is never changed, and nothing is sent before you press the button that says so.</source>
        <translation>Beginnen Sie mit einer Datei, mit einem gespeicherten Profil oder mit einem früheren Import. Rowlift liest Ihre Datei nur: Sie wird nie verändert, und nichts wird gesendet, bevor Sie die Schaltfläche drücken, auf der das steht.</translation>
    </message>
    <message>
        <source>Choose a spreadsheet file</source>
        <translation>Tabellendatei wählen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Running in another window: %1 — %2 of %3 rows are in</source>
        <translation>Läuft in einem anderen Fenster: %1 — %2 von %3 Zeilen angekommen</translation>
    </message>
    <message>
        <source>Spreadsheets (*.csv *.tsv *.tab *.txt *.xlsx *.xlsm *.xltx *.xltm)</source>
        <translation>Tabellen (*.csv *.tsv *.tab *.txt *.xlsx *.xlsm *.xltx *.xltm)</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Zusehen</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>%1 file, %2 account</extracomment>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>Interrupted: %1 — %2 of %3 rows are in, begun %4.</source>
        <translation>Unterbrochen: %1 — %2 von %3 Zeilen sind drin, begonnen %4.</translation>
    </message>
    <message>
        <source>The file is not where it was: the rest can be sent when it is back.</source>
        <translation>Die Datei ist nicht mehr, wo sie war: Der Rest kann gesendet werden, wenn sie wieder da ist.</translation>
    </message>
    <message>
        <source>The file has changed since: the rest of it cannot be sent.</source>
        <translation>Die Datei hat sich seither geändert: Der Rest kann nicht gesendet werden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of %1 are in and stay in.</source>
        <translation>
            <numerusform>%Ln Zeile von %1 ist drin und bleibt drin.</numerusform>
            <numerusform>%Ln Zeilen von %1 sind drin und bleiben drin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are never sent by this import.</source>
        <translation>
            <numerusform>%Ln Zeile wird von diesem Import nie gesendet.</numerusform>
            <numerusform>%Ln Zeilen werden von diesem Import nie gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give up this import</source>
        <translation>Diesen Import aufgeben</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Give up…</source>
        <translation>Aufgeben …</translation>
    </message>
    <message>
        <source>Interrupted: %1 — %2 of %3 rows are in, stopped %4.</source>
        <comment>%4 as in: yesterday 17:42</comment>
        <translation>Unterbrochen: %1 — %2 von %3 Zeilen sind drin, angehalten %4.</translation>
    </message>
    <message>
        <source>It paused because too many rows of its first part failed.</source>
        <translation>Er hielt an, weil zu viele Zeilen seines ersten Teils fehlgeschlagen sind.</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>%1 keeps the results of what it has until %2.</source>
        <extracomment>%1 &quot;Marketo&quot;, %2 &quot;Sunday 29 Nov&quot;</extracomment>
        <translation>%1 bewahrt die Ergebnisse dessen, was es hat, bis %2.</translation>
    </message>
    <message>
        <source>%1 kept the results of what it had until %2.</source>
        <translation>%1 hat die Ergebnisse dessen, was es hatte, bis %2 bewahrt.</translation>
    </message>
    <message>
        <source>Stopped: %1 — %2 of %3 rows are in.</source>
        <extracomment>%1 &quot;people.csv to Acme&quot;, %2 and %3 numbers</extracomment>
        <translation>Angehalten: %1 — %2 von %3 Zeilen sind drin.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) are still with %1; their results are fetched by themselves.</source>
        <extracomment>%1 &quot;Marketo&quot;</extracomment>
        <translation>
            <numerusform>%Ln Teil ist noch bei %1; sein Ergebnis wird von selbst abgeholt.</numerusform>
            <numerusform>%Ln Teile sind noch bei %1; ihre Ergebnisse werden von selbst abgeholt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::StepRail</name>
    <message>
        <source>%1  %2</source>
        <comment>number and name of a step</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Nothing is sent above this line</source>
        <translation>Oberhalb dieser Linie wird nichts gesendet</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>current step</source>
        <translation>aktueller Schritt</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>bitte ansehen</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>Step %1, %2</source>
        <translation>Schritt %1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>step: status</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::Steps</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>Map</source>
        <extracomment>A step of the wizard: where each column goes</extracomment>
        <translation>Zuordnen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>wird geprüft…</translation>
    </message>
    <message>
        <source>could not be checked</source>
        <translation>nicht prüfbar</translation>
    </message>
    <message>
        <source>everything looks fine</source>
        <translation>alles sieht gut aus</translation>
    </message>
    <message>
        <source>%1 of %2 rows in</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
    <message>
        <source>%1 in, %2 failed</source>
        <translation>%1 da, %2 Fehler</translation>
    </message>
    <message>
        <source>could not begin</source>
        <translation>konnte nicht beginnen</translation>
    </message>
    <message>
        <source>%1 of %2 mapped</source>
        <translation>%1 von %2 zugeordnet</translation>
    </message>
    <message>
        <source>The import is running: nothing can be changed until it ends.</source>
        <translation>Der Import läuft: Bis zu seinem Ende lässt sich nichts ändern.</translation>
    </message>
    <message>
        <source>Finish the steps before this one first.</source>
        <translation>Erledigen Sie zuerst die Schritte davor.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) need a look</source>
        <translation>
            <numerusform>%Ln Zeile ansehen</numerusform>
            <numerusform>%Ln Zeilen ansehen</numerusform>
        </translation>
    </message>
    <message>
        <source>waits for you</source>
        <translation>wartet auf Sie</translation>
    </message>
    <message>
        <source>%1 in, %2 failed, %3 unknown</source>
        <translation>%1 drin, %2 fehlgeschlagen, %3 unbekannt</translation>
    </message>
    <message>
        <source>nothing to map</source>
        <translation>nichts zuzuordnen</translation>
    </message>
    <message>
        <source>Nothing is mapped: the record ids are chosen at “Where to”.</source>
        <translation>Es wird nichts zugeordnet: Die Datensatz-IDs werden unter „Wohin“ gewählt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) with a heads-up</source>
        <translation>
            <numerusform>%Ln Zeile mit Hinweis</numerusform>
            <numerusform>%Ln Zeilen mit Hinweis</numerusform>
        </translation>
    </message>
    <message>
        <source>imported before</source>
        <translation>schon importiert</translation>
    </message>
    <message>
        <source>cannot be shown</source>
        <translation>nicht zu zeigen</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::StopChoice</name>
    <message>
        <source>Stop &amp;after the current part</source>
        <translation>N&amp;ach dem jetzigen Teil anhalten</translation>
    </message>
    <message>
        <source>&amp;Keep importing</source>
        <translation>&amp;Weiter importieren</translation>
    </message>
    <message>
        <source>How should it stop? Rows that are in stay in. What was not sent can be sent later: this import stays in the list.</source>
        <translation>Wie soll er anhalten? Zeilen, die drin sind, bleiben drin. Was nicht gesendet wurde, kann später gesendet werden: Dieser Import bleibt in der Liste.</translation>
    </message>
    <message>
        <source>Stop &amp;now — ask %1 to drop what it has not done yet</source>
        <translation>&amp;Jetzt anhalten — %1 bitten, Unerledigtes zu verwerfen</translation>
    </message>
    <message>
        <source>Stop &amp;now — send nothing more</source>
        <translation>&amp;Jetzt anhalten — nichts weiter senden</translation>
    </message>
    <message>
        <source>Stop &amp;here</source>
        <extracomment>%1 &quot;Salesforce&quot;</extracomment>
        <translation>&amp;Hier aufhören</translation>
    </message>
    <message>
        <source>What %1 has already cannot be called back. Its results are fetched when Rowlift runs again.</source>
        <extracomment>%1 &quot;Marketo&quot;</extracomment>
        <translation>Was %1 schon hat, lässt sich nicht zurückrufen. Die Ergebnisse werden abgeholt, wenn Rowlift wieder läuft.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::TextPieces</name>
    <message>
        <source>space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>line break</source>
        <translation>Zeilenumbruch</translation>
    </message>
    <message>
        <source>NUL character</source>
        <translation>NUL-Zeichen</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>no-break space</source>
        <translation>geschütztes Leerzeichen</translation>
    </message>
    <message>
        <source>soft hyphen</source>
        <translation>weicher Trennstrich</translation>
    </message>
    <message>
        <source>zero-width space</source>
        <translation>Leerzeichen ohne Breite</translation>
    </message>
    <message>
        <source>zero-width non-joiner</source>
        <translation>Trenner ohne Breite</translation>
    </message>
    <message>
        <source>zero-width joiner</source>
        <translation>Verbinder ohne Breite</translation>
    </message>
    <message>
        <source>line separator</source>
        <translation>Zeilentrenner</translation>
    </message>
    <message>
        <source>paragraph separator</source>
        <translation>Absatztrenner</translation>
    </message>
    <message>
        <source>narrow no-break space</source>
        <translation>schmales geschütztes Leerzeichen</translation>
    </message>
    <message>
        <source>word joiner</source>
        <translation>Wortverbinder</translation>
    </message>
    <message>
        <source>byte order mark</source>
        <translation>Byte-Order-Mark</translation>
    </message>
    <message>
        <source>character that could not be read</source>
        <translation>Zeichen, das sich nicht lesen ließ</translation>
    </message>
    <message>
        <source>wide or narrow space %1</source>
        <extracomment>%1 the code of the character: U+2003</extracomment>
        <translation>breites oder schmales Leerzeichen %1</translation>
    </message>
    <message>
        <source>hidden character %1</source>
        <extracomment>%1 the code of the character: U+202E</extracomment>
        <translation>unsichtbares Zeichen %1</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::TimeWords</name>
    <message>
        <source>d MMM</source>
        <comment>date pattern</comment>
        <extracomment>A date of this year, in the pattern of QLocale::toString()</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>Today %1</source>
        <comment>%1 is a time</comment>
        <translation>Heute %1</translation>
    </message>
    <message>
        <source>Yesterday %1</source>
        <comment>%1 is a time</comment>
        <translation>Gestern %1</translation>
    </message>
    <message>
        <source>today %1</source>
        <comment>%1 is a time</comment>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <comment>%1 is a time</comment>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day of the week, date</comment>
        <extracomment>%1 a day of the week, %2 a date: &quot;Sunday 29 Nov&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::Toast</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::TreatmentWords</name>
    <message>
        <source>Remove blanks at both ends</source>
        <translation>Leerzeichen an beiden Enden entfernen</translation>
    </message>
    <message>
        <source>Make several blanks one</source>
        <translation>Mehrere Leerzeichen zu einem machen</translation>
    </message>
    <message>
        <source>UPPER CASE</source>
        <translation>GROSSBUCHSTABEN</translation>
    </message>
    <message>
        <source>lower case</source>
        <translation>kleinbuchstaben</translation>
    </message>
    <message>
        <source>Capital Letter For Each Word</source>
        <translation>Jedes Wort Mit Großem Anfang</translation>
    </message>
    <message>
        <source>Only digits</source>
        <translation>Nur Ziffern</translation>
    </message>
    <message>
        <source>Zeros in front</source>
        <translation>Nullen voranstellen</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>Suchen und ersetzen</translation>
    </message>
    <message>
        <source>Blank if it is</source>
        <translation>Leer, wenn es das ist:</translation>
    </message>
    <message>
        <source>If it is blank, put</source>
        <translation>Wenn leer, eintragen:</translation>
    </message>
    <message>
        <source>Cut to a length</source>
        <translation>Auf eine Länge kürzen</translation>
    </message>
    <message>
        <source>Phone number with country code</source>
        <translation>Telefonnummer mit Landesvorwahl</translation>
    </message>
    <message>
        <source>trim</source>
        <extracomment>What is done to a value, as short as it can be said: blanks at both ends are removed</extracomment>
        <translation>ohne Ränder</translation>
    </message>
    <message>
        <source>one blank</source>
        <extracomment>Several blanks become one</extracomment>
        <translation>ein Leerzeichen</translation>
    </message>
    <message>
        <source>UPPER</source>
        <translation>GROSS</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>klein</translation>
    </message>
    <message>
        <source>Title Case</source>
        <extracomment>Each word with a capital letter</extracomment>
        <translation>Wortanfänge groß</translation>
    </message>
    <message>
        <source>digits</source>
        <translation>Ziffern</translation>
    </message>
    <message>
        <source>zeros to %1</source>
        <extracomment>Zeros are put in front up to %1 digits</extracomment>
        <translation>Nullen bis %1</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <extracomment>The text %1 is replaced by %2; both are quoted</extracomment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>blank if %1</source>
        <extracomment>The value is left blank when it is %1</extracomment>
        <translation>leer, wenn %1</translation>
    </message>
    <message>
        <source>%1 if blank</source>
        <extracomment>%1 is put where the value is blank</extracomment>
        <translation>%1, wenn leer</translation>
    </message>
    <message>
        <source>cut to %1</source>
        <translation>gekürzt auf %1</translation>
    </message>
    <message>
        <source>phone %1</source>
        <extracomment>%1 is the code of a country: &quot;DE&quot;</extracomment>
        <translation>Telefon %1</translation>
    </message>
    <message>
        <source>first word</source>
        <translation>erstes Wort</translation>
    </message>
    <message>
        <source>behind the first word</source>
        <translation>hinter dem ersten Wort</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>behind %1</source>
        <translation>hinter %1</translation>
    </message>
    <message>
        <source>domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Fixed value</source>
        <translation>Fester Wert</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 names of columns, %2 which part of their values: &quot;E-Mail, domain&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 stays</source>
        <extracomment>What a value of the file becomes; both are quoted</extracomment>
        <translation>%1 bleibt</translation>
    </message>
    <message>
        <source>%1 becomes %2</source>
        <translation>%1 wird zu %2</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>last name of “Last, First”</source>
        <translation>Nachname aus „Nachname, Vorname“</translation>
    </message>
    <message>
        <source>first name of “Last, First”</source>
        <translation>Vorname aus „Nachname, Vorname“</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::TypedSigns</name>
    <message>
        <source>Type a character, several, or a code such as \t or 0x1F.</source>
        <translation>Geben Sie ein Zeichen, mehrere oder einen Code wie \t oder 0x1F ein.</translation>
    </message>
    <message>
        <source>Line ends and NUL cannot stand between cells.</source>
        <translation>Zeilenenden und NUL können nicht zwischen Zellen stehen.</translation>
    </message>
    <message>
        <source>That is too long for what stands between cells.</source>
        <translation>Das ist zu lang für etwas, das zwischen Zellen steht.</translation>
    </message>
    <message>
        <source>This is the quotation mark already. Choose another one under More.</source>
        <translation>Das ist schon das Anführungszeichen. Wählen Sie unter „Mehr“ ein anderes.</translation>
    </message>
    <message>
        <source>Type one character of the keyboard, or its code such as 0x1F.</source>
        <translation>Geben Sie ein Zeichen der Tastatur ein oder seinen Code wie 0x1F.</translation>
    </message>
    <message>
        <source>This stands between the cells already.</source>
        <translation>Das steht schon zwischen den Zellen.</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ValueList</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ValueMapModel</name>
    <message numerus="yes">
        <source>%1, %Ln row(s), becomes %2</source>
        <extracomment>A value of the file, how many rows have it, what is sent for it</extracomment>
        <translation>
            <numerusform>%1, %Ln Zeile, wird zu %2</numerusform>
            <numerusform>%1, %Ln Zeilen, wird zu %2</numerusform>
        </translation>
    </message>
    <message>
        <source>In your file</source>
        <translation>In Ihrer Datei</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Becomes</source>
        <extracomment>Above what is sent for a value of the file</extracomment>
        <translation>Wird zu</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ValueMapPanel</name>
    <message>
        <source>Values in your file and what they become</source>
        <translation>Werte in Ihrer Datei und was aus ihnen wird</translation>
    </message>
    <message>
        <source>Use guesses</source>
        <translation>Vorschläge übernehmen</translation>
    </message>
    <message>
        <source>Each open value becomes the nearest one of the list</source>
        <translation>Jeder offene Wert wird zum nächstliegenden der Liste</translation>
    </message>
    <message>
        <source>Leave blank</source>
        <translation>Leer lassen</translation>
    </message>
    <message>
        <source>Open values are sent as blank cells</source>
        <translation>Offene Werte werden als leere Zellen gesendet</translation>
    </message>
    <message>
        <source>Send as it is</source>
        <translation>Senden, wie es ist</translation>
    </message>
    <message>
        <source>Open values are sent as they are in the file</source>
        <translation>Offene Werte werden so gesendet, wie sie in der Datei stehen</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>“%1” as it is</source>
        <translation>„%1“, wie es ist</translation>
    </message>
    <message>
        <source>neither yes nor no</source>
        <translation>weder ja noch nein</translation>
    </message>
    <message>
        <source>not on the list</source>
        <extracomment>%1 a value of the list</extracomment>
        <translation>nicht auf der Liste</translation>
    </message>
    <message>
        <source>not on the list; perhaps %1</source>
        <translation>nicht auf der Liste; vielleicht %1</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>Nächstliegend</translation>
    </message>
    <message>
        <source>Or</source>
        <translation>Oder</translation>
    </message>
    <message>
        <source>Do not replace it</source>
        <translation>Nicht ersetzen</translation>
    </message>
    <message>
        <source>All values of the list</source>
        <translation>Alle Werte der Liste</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) replaced</source>
        <translation>
            <numerusform>%Ln Wert ersetzt</numerusform>
            <numerusform>%Ln Werte ersetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>Values of %1</source>
        <translation>Werte von %1</translation>
    </message>
    <message>
        <source>All rows are being read…</source>
        <translation>Alle Zeilen werden gelesen…</translation>
    </message>
    <message>
        <source>The file has no values for it.</source>
        <translation>Die Datei hat dafür keine Werte.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) to decide. Choose what is sent for each.</source>
        <translation>
            <numerusform>%Ln Wert zu entscheiden. Wählen Sie, was dafür gesendet wird.</numerusform>
            <numerusform>%Ln Werte zu entscheiden. Wählen Sie für jeden, was gesendet wird.</numerusform>
        </translation>
    </message>
    <message>
        <source>These are the most frequent values; there are more.</source>
        <translation>Das sind die häufigsten Werte; es gibt weitere.</translation>
    </message>
    <message>
        <source>All values of the file are known or decided.</source>
        <translation>Alle Werte der Datei sind bekannt oder entschieden.</translation>
    </message>
    <message>
        <source>neither yes nor no; perhaps %1</source>
        <extracomment>%1 &quot;Yes&quot; or &quot;No&quot;</extracomment>
        <translation>weder ja noch nein; vielleicht %1</translation>
    </message>
    <message>
        <source>Like “%1”</source>
        <extracomment>A value of the file that others become</extracomment>
        <translation>Wie „%1“</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::ValueMapTable</name>
    <message>
        <source>What it becomes</source>
        <translation>Was daraus wird</translation>
    </message>
    <message>
        <source>What “%1” becomes</source>
        <extracomment>%1 a value of the file</extracomment>
        <translation>Was aus „%1“ wird</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::WhereGrouping</name>
    <message>
        <source>Several rows with the same key</source>
        <translation>Mehrere Zeilen mit demselben Schlüssel</translation>
    </message>
    <message>
        <source>Every row is a record of its own</source>
        <translation>Jede Zeile ist ein eigener Datensatz</translation>
    </message>
    <message>
        <source>What differs from row to row goes into a list called</source>
        <extracomment>Followed by the name of a list, which is typed: &quot;products&quot;</extracomment>
        <translation>Was von Zeile zu Zeile verschieden ist, kommt in eine Liste namens</translation>
    </message>
    <message>
        <source>Looking whether values of “%1” repeat…</source>
        <extracomment>%1 a column</extracomment>
        <translation>Sehe nach, ob sich Werte von „%1“ wiederholen…</translation>
    </message>
    <message numerus="yes">
        <source>“%1” has %2 different values in %Ln row(s).</source>
        <extracomment>%1 a column, %2 a number</extracomment>
        <translation>
            <numerusform>„%1“ hat %2 verschiedene Werte in %Ln Zeile.</numerusform>
            <numerusform>„%1“ hat %2 verschiedene Werte in %Ln Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows with the same “%1” are one record</source>
        <extracomment>%1 a column</extracomment>
        <translation>Zeilen mit gleichem „%1“ sind ein Datensatz</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) would replace one before.</source>
        <translation>
            <numerusform>%Ln Zeile würde eine frühere ersetzen.</numerusform>
            <numerusform>%Ln Zeilen würden eine frühere ersetzen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Proposed, because %1 of the %2 other columns are the same in all rows with the same “%3”.</source>
        <extracomment>%1 and %2 numbers, %3 a column</extracomment>
        <translation>Vorgeschlagen, weil %1 der %2 anderen Spalten in allen Zeilen mit gleichem „%3“ gleich sind.</translation>
    </message>
    <message>
        <source>%1 of the %2 other columns are the same in all rows with the same “%3”. Which is it?</source>
        <extracomment>%1 and %2 numbers, %3 a column</extracomment>
        <translation>%1 der %2 anderen Spalten sind in allen Zeilen mit gleichem „%3“ gleich. Was gilt?</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::WhereLoad</name>
    <message>
        <source>Your file goes to %1 in one part.</source>
        <extracomment>%1 &quot;Marketo&quot;</extracomment>
        <translation>Ihre Datei geht in einem Teil zu %1.</translation>
    </message>
    <message>
        <source>%1 takes them one after another.</source>
        <extracomment>%1 &quot;Marketo&quot;</extracomment>
        <translation>%1 nimmt sie nacheinander.</translation>
    </message>
    <message numerus="yes">
        <source>%1 works on %Ln of them at a time.</source>
        <extracomment>%1 &quot;Marketo&quot;</extracomment>
        <translation>
            <numerusform>%1 bearbeitet %Ln davon auf einmal.</numerusform>
            <numerusform>%1 bearbeitet %Ln davon zugleich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) of “%1” are still in %2&apos;s queue.</source>
        <extracomment>%1 a file, %2 &quot;Marketo&quot;</extracomment>
        <translation>
            <numerusform>%Ln Teil von „%1“ ist noch in der Warteschlange von %2.</numerusform>
            <numerusform>%Ln Teile von „%1“ sind noch in der Warteschlange von %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your file goes to %1 in about two parts, a small one first.</source>
        <extracomment>%1 &quot;Marketo&quot;</extracomment>
        <translation>Ihre Datei geht in etwa zwei Teilen zu %1, ein kleiner zuerst.</translation>
    </message>
    <message numerus="yes">
        <source>Your file becomes about %Ln part(s) of just under %1 MB, a small one first.</source>
        <extracomment>%1 a number</extracomment>
        <translation>
            <numerusform>Ihre Datei wird zu etwa %Ln Teil von knapp %1 MB, ein kleiner zuerst.</numerusform>
            <numerusform>Ihre Datei wird zu etwa %Ln Teilen von knapp %1 MB, ein kleiner zuerst.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows that share the same %1 may make one part more.</source>
        <extracomment>%1 a field</extracomment>
        <translation>Zeilen, die sich etwas teilen (%1), können einen Teil mehr ergeben.</translation>
    </message>
    <message>
        <source>Your file goes to %1 in one part or two.</source>
        <extracomment>%1 &quot;Dotdigital&quot;</extracomment>
        <translation>Ihre Datei geht in einem oder zwei Teilen zu %1.</translation>
    </message>
    <message numerus="yes">
        <source>Your file becomes about %Ln part(s) of up to %1 MB.</source>
        <extracomment>%1 a number</extracomment>
        <translation>
            <numerusform>Ihre Datei wird zu etwa %Ln Teil von bis zu %1 MB.</numerusform>
            <numerusform>Ihre Datei wird zu etwa %Ln Teilen von bis zu %1 MB.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::WhereMore</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>How it is sent</source>
        <translation>So wird gesendet</translation>
    </message>
    <message>
        <source>Keep a copy of what is there now</source>
        <translation>Eine Kopie dessen aufheben, was jetzt da ist</translation>
    </message>
    <message>
        <source>When several records are found</source>
        <translation>Wenn mehrere Datensätze gefunden werden</translation>
    </message>
    <message>
        <source>Blank cells</source>
        <translation>Leere Zellen</translation>
    </message>
    <message>
        <source>the usual way for so many rows</source>
        <extracomment>How it is sent: the program chooses by the number of rows</extracomment>
        <translation>wie üblich für so viele Zeilen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 &quot;the usual way for so many rows&quot;, %2 &quot;In small calls of up to 200 rows&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 what is chosen (&quot;Assign the leads&quot;), %2 the choice</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not in the way in which it is sent now.</source>
        <translation>Nicht bei der Art, wie jetzt gesendet wird.</translation>
    </message>
    <message>
        <source>Asking %1 what there is…</source>
        <translation>%1 wird gefragt, was es gibt…</translation>
    </message>
    <message>
        <source>What else there is could not be read: %1</source>
        <translation>Was es sonst gibt, konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Costs one call for each 2,000 records.</source>
        <translation>Kostet einen Aufruf je 2.000 Datensätze.</translation>
    </message>
    <message numerus="yes">
        <source>Costs about %Ln call(s).</source>
        <translation>
            <numerusform>Kostet etwa %Ln Aufruf.</numerusform>
            <numerusform>Kostet etwa %Ln Aufrufe.</numerusform>
        </translation>
    </message>
    <message>
        <source>Always, before records are deleted, in the folder of this import.</source>
        <translation>Immer, bevor Datensätze gelöscht werden, im Ordner dieses Imports.</translation>
    </message>
    <message>
        <source>The old values of what is changed are kept in the folder of this import.</source>
        <translation>Die alten Werte dessen, was geändert wird, liegen dann im Ordner dieses Imports.</translation>
    </message>
    <message>
        <source>leave the row out</source>
        <translation>die Zeile weglassen</translation>
    </message>
    <message>
        <source>update the one that was changed last</source>
        <translation>den zuletzt geänderten ändern</translation>
    </message>
    <message>
        <source>leave fields as they are</source>
        <comment>blank cells</comment>
        <translation>Felder lassen, wie sie sind</translation>
    </message>
    <message>
        <source>empty the fields</source>
        <comment>blank cells</comment>
        <translation>die Felder leeren</translation>
    </message>
    <message>
        <source>Each column can say otherwise on the step “Map”.</source>
        <translation>Jede Spalte kann im Schritt „Zuordnen“ etwas anderes sagen.</translation>
    </message>
    <message>
        <source>A cell that says “%1” always empties its field.</source>
        <extracomment>%1 a word like #N/A</extracomment>
        <translation>Eine Zelle mit „%1“ leert ihr Feld immer.</translation>
    </message>
    <message>
        <source>sent in the usual way for so many rows</source>
        <translation>gesendet wie üblich für so viele Zeilen</translation>
    </message>
    <message>
        <source>how it is sent: %1</source>
        <extracomment>%1 a way of loading: &quot;In small calls of up to 200 rows&quot;</extracomment>
        <translation>so wird gesendet: %1</translation>
    </message>
    <message>
        <source>blank cells empty the fields</source>
        <translation>leere Zellen leeren die Felder</translation>
    </message>
    <message>
        <source>blank cells leave fields as they are</source>
        <translation>leere Zellen lassen Felder, wie sie sind</translation>
    </message>
    <message>
        <source>a copy of what is there now is kept</source>
        <translation>eine Kopie dessen, was jetzt da ist, wird aufgehoben</translation>
    </message>
    <message>
        <source>no copy of what is there now is kept</source>
        <translation>keine Kopie dessen, was jetzt da ist, wird aufgehoben</translation>
    </message>
    <message>
        <source>of several records the one changed last</source>
        <translation>von mehreren Datensätzen der zuletzt geänderte</translation>
    </message>
    <message>
        <source>“%1” does not go with what is chosen.</source>
        <translation>„%1“ geht nicht mit dem, was gewählt ist.</translation>
    </message>
    <message>
        <source>“%1” does not go with “%2”.</source>
        <extracomment>%1 a way of sending: &quot;Small calls of up to 300 people&quot;, %2 what is chosen: &quot;Add to a list&quot;</extracomment>
        <translation>„%1“ geht nicht zusammen mit „%2“.</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>a choice, more about it</comment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>“%1” cannot set all of the fields that your columns go to.</source>
        <extracomment>%1 a way of sending: &quot;Small calls of up to 300 people&quot;</extracomment>
        <translation>„%1“ kann nicht alle Felder setzen, denen Ihre Spalten zugeordnet sind.</translation>
    </message>
    <message>
        <source>blank cells are left out</source>
        <translation>leere Zellen werden weggelassen</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::WhereOption</name>
    <message>
        <source>&amp;Refresh</source>
        <translation>Auf&amp;frischen</translation>
    </message>
    <message>
        <source>Read again what can be chosen: %1</source>
        <translation>Neu lesen, was gewählt werden kann: %1</translation>
    </message>
    <message>
        <source>Asking %1 what there is…</source>
        <translation>%1 wird gefragt, was es gibt…</translation>
    </message>
    <message>
        <source>What there is could not be read: %1</source>
        <translation>Was es gibt, konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>What was chosen is not in %1 any more. Choose another.</source>
        <extracomment>%1 &quot;Marketo&quot;</extracomment>
        <translation>Was gewählt war, gibt es in %1 nicht mehr. Wählen Sie neu.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln to choose from</source>
        <translation>
            <numerusform>%Ln zur Auswahl</numerusform>
            <numerusform>%Ln zur Auswahl</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowlift::ui::WherePage</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was geschehen soll</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <extracomment>number of a question, its title</extracomment>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>Where should these rows go, and what should happen?</source>
        <translation>Wohin sollen diese Zeilen, und was soll geschehen?</translation>
    </message>
    <message>
        <source>Rowlift asks the account which kinds of records and which fields it has, so that your columns can be mapped and checked before anything is sent. What should happen is your decision: nothing is chosen for you.</source>
        <translation>Rowlift fragt das Konto, welche Arten von Datensätzen und welche Felder es hat, damit Sie Ihre Spalten zuordnen und prüfen lassen können, bevor etwas gesendet wird. Was geschehen soll, entscheiden Sie: Nichts wird für Sie gewählt.</translation>
    </message>
    <message>
        <source>Next: Map columns</source>
        <translation>Weiter: Spalten zuordnen</translation>
    </message>
    <message>
        <source>Choose an account to continue</source>
        <translation>Wählen Sie ein Konto, um fortzufahren</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Wird verbunden…</translation>
    </message>
    <message>
        <source>Choose the kind of record to continue</source>
        <translation>Wählen Sie die Art der Datensätze, um fortzufahren</translation>
    </message>
    <message>
        <source>Reading the fields…</source>
        <translation>Die Felder werden gelesen…</translation>
    </message>
    <message>
        <source>Try again, or choose another account, to continue</source>
        <translation>Versuchen Sie es noch einmal oder wählen Sie ein anderes Konto</translation>
    </message>
    <message>
        <source>Choose how records are found to continue</source>
        <translation>Wählen Sie, wie Datensätze gefunden werden, um fortzufahren</translation>
    </message>
    <message>
        <source>Choose what should happen to continue</source>
        <translation>Wählen Sie, was geschehen soll, um fortzufahren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Connected. Choose the kind of record.</source>
        <translation>Verbunden. Wählen Sie die Art der Datensätze.</translation>
    </message>
    <message>
        <source>Choose what should happen.</source>
        <translation>Wählen Sie, was geschehen soll.</translation>
    </message>
    <message>
        <source>Which account?</source>
        <translation>Welches Konto?</translation>
    </message>
    <message>
        <source>The profile was made for “%1”, which is not on this computer.</source>
        <translation>Das Profil wurde für „%1“ erstellt; dieses Konto gibt es auf diesem Computer nicht.</translation>
    </message>
    <message>
        <source>Save or cancel the account to continue</source>
        <translation>Speichern oder verwerfen Sie das Konto, um fortzufahren</translation>
    </message>
    <message>
        <source>Close the accounts to continue</source>
        <translation>Schließen Sie die Konten, um fortzufahren</translation>
    </message>
    <message>
        <source>Sign in to continue</source>
        <translation>Melden Sie sich an, um fortzufahren</translation>
    </message>
    <message>
        <source>Choose another account to continue</source>
        <translation>Wählen Sie ein anderes Konto, um fortzufahren</translation>
    </message>
    <message>
        <source>Choose another account</source>
        <translation>Anderes Konto wählen</translation>
    </message>
    <message>
        <source>Please sign in again. Your work is kept.</source>
        <translation>Bitte melden Sie sich neu an. Ihre Arbeit bleibt erhalten.</translation>
    </message>
    <message>
        <source>Enter the secret again</source>
        <translation>Geheimnis neu eingeben</translation>
    </message>
    <message>
        <source>Next: Check</source>
        <translation>Weiter: Prüfen</translation>
    </message>
    <message>
        <source>Choose the column with the record ids to continue</source>
        <translation>Wählen Sie die Spalte mit den Datensatz-IDs, um fortzufahren</translation>
    </message>
    <message>
        <source>Choose again to continue: %1</source>
        <extracomment>%1 what is chosen: &quot;Add to a list&quot;</extracomment>
        <translation>Wählen Sie neu, um fortzufahren: %1</translation>
    </message>
    <message>
        <source>Choose the column of “%1” to continue</source>
        <extracomment>%1 what the column holds: &quot;Contact&quot;, &quot;Key&quot;</extracomment>
        <translation>Wählen Sie die Spalte von „%1“, um fortzufahren</translation>
    </message>
    <message>
        <source>Looking whether keys repeat…</source>
        <translation>Sehe nach, ob sich Schlüssel wiederholen…</translation>
    </message>
    <message>
        <source>Name the list to continue</source>
        <translation>Benennen Sie die Liste, um fortzufahren</translation>
    </message>
    <message>
        <source>Say whether rows with the same key are one record to continue</source>
        <translation>Sagen Sie, ob Zeilen mit demselben Schlüssel ein Datensatz sind, um fortzufahren</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::WhereQuestions</name>
    <message>
        <source>Choose a column…</source>
        <translation>Spalte wählen…</translation>
    </message>
    <message>
        <source>A column of your file</source>
        <translation>Eine Spalte Ihrer Datei</translation>
    </message>
    <message>
        <source>As the profile says</source>
        <translation>Wie das Profil sagt</translation>
    </message>
    <message>
        <source>No column</source>
        <translation>Keine Spalte</translation>
    </message>
    <message>
        <source>No column stands out: choose one.</source>
        <translation>Keine Spalte fällt auf: Wählen Sie eine.</translation>
    </message>
    <message>
        <source>Proposed by its name and its values.</source>
        <translation>Nach Name und Werten vorgeschlagen.</translation>
    </message>
    <message>
        <source>The same file gives the same ones again; another file gives others.</source>
        <translation>Dieselbe Datei ergibt wieder dieselben; eine andere ergibt andere.</translation>
    </message>
</context>
<context>
    <name>rowlift::ui::WhichFile</name>
    <message>
        <source>Several files</source>
        <translation>Mehrere Dateien</translation>
    </message>
    <message>
        <source>One at a time. Which first?</source>
        <translation>Eine nach der anderen. Welche zuerst?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
</TS>
