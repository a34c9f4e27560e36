#include "ui/pages/encoding_rows.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <array>

namespace rowlift::ui {

namespace {

struct Region {
    const char *words;
    const char *encodings; ///< Divided by blanks; a name, or name=other names by which people look for it.
};

// Kept apart from tr() so that one look-up serves all of them.
constexpr std::array regions {
    Region { QT_TRANSLATE_NOOP("rowlift::ui::EncodingRows", "All languages (Unicode)"),
             "UTF-8=unicode UTF-16LE=unicode,ucs-2 UTF-16BE=unicode,ucs-2 UTF-32LE=unicode,ucs-4 "
             "UTF-32BE=unicode,ucs-4 UTF-7 GB18030 SCSU CESU-8" },
    Region { QT_TRANSLATE_NOOP("rowlift::ui::EncodingRows", "Western European"),
             "windows-1252=ansi,cp1252,latin1 ISO-8859-1=latin1 ISO-8859-15=latin9 macintosh=macroman "
             "IBM850=dos,cp850 IBM437=dos,cp437 IBM858=dos,cp858 IBM00858 hp-roman8 IBM037=ebcdic "
             "IBM273=ebcdic IBM500=ebcdic IBM1047=ebcdic IBM01140=ebcdic IBM01141=ebcdic US-ASCII=ascii" },
    Region { QT_TRANSLATE_NOOP("rowlift::ui::EncodingRows", "Central European"),
             "windows-1250=cp1250 ISO-8859-2=latin2 IBM852=dos,cp852 x-mac-centraleurroman ISO-8859-16" },
    Region { QT_TRANSLATE_NOOP("rowlift::ui::EncodingRows", "Cyrillic"),
             "windows-1251=cp1251 KOI8-R KOI8-U ISO-8859-5 IBM866=dos,cp866 IBM855=dos,cp855 "
             "x-mac-cyrillic" },
    Region { QT_TRANSLATE_NOOP("rowlift::ui::EncodingRows", "Greek"),
             "windows-1253=cp1253 ISO-8859-7 x-mac-greek IBM869=dos" },
    Region { QT_TRANSLATE_NOOP("rowlift::ui::EncodingRows", "Turkish"),
             "windows-1254=cp1254 ISO-8859-9=latin5 x-mac-turkish IBM857=dos ISO-8859-3" },
    Region { QT_TRANSLATE_NOOP("rowlift::ui::EncodingRows", "Baltic and Nordic"),
             "windows-1257=cp1257 ISO-8859-4 ISO-8859-10 ISO-8859-13 IBM775=dos IBM865=dos IBM861=dos" },
    Region { QT_TRANSLATE_NOOP("rowlift::ui::EncodingRows", "Celtic and Portuguese"),
             "ISO-8859-14 IBM860=dos IBM863=dos" },
    Region { QT_TRANSLATE_NOOP("rowlift::ui::EncodingRows", "Hebrew"),
             "windows-1255=cp1255 ISO-8859-8 IBM862=dos" },
    Region { QT_TRANSLATE_NOOP("rowlift::ui::EncodingRows", "Arabic"),
             "windows-1256=cp1256 ISO-8859-6 IBM864=dos" },
    Region { QT_TRANSLATE_NOOP("rowlift::ui::EncodingRows", "Vietnamese"), "windows-1258=cp1258 TCVN" },
    Region { QT_TRANSLATE_NOOP("rowlift::ui::EncodingRows", "Thai"), "windows-874 TIS-620 ISO-8859-11" },
    Region { QT_TRANSLATE_NOOP("rowlift::ui::EncodingRows", "Japanese"),
             "Shift_JIS=sjis windows-31j=cp932,ms932 EUC-JP ISO-2022-JP" },
    Region { QT_TRANSLATE_NOOP("rowlift::ui::EncodingRows", "Chinese"),
             "GBK=gb2312,cp936 GB2312 HZ-GB-2312 Big5 Big5-HKSCS EUC-TW ISO-2022-CN" },
    Region { QT_TRANSLATE_NOOP("rowlift::ui::EncodingRows", "Korean"),
             "EUC-KR windows-949=cp949 ISO-2022-KR johab" },
    Region { QT_TRANSLATE_NOOP("rowlift::ui::EncodingRows", "Indian scripts"),
             "x-iscii-de=devanagari x-iscii-be=bengali x-iscii-ta=tamil x-iscii-te=telugu "
             "x-iscii-gu=gujarati" },
};

} // namespace

QList<ChoiceRow> encodingRows()
{
    QList<ChoiceRow> rows;
    for (const Region &region : regions) {
        const QString group = QCoreApplication::translate("rowlift::ui::EncodingRows", region.words);
        const QStringList entries = QString::fromLatin1(region.encodings).split(u' ');
        for (const QString &entry : entries) {
            const QString name = entry.section(u'=', 0, 0);
            if (!QStringDecoder(name.toLatin1().constData()).isValid())
                continue; // this system's tables lack it
            ChoiceRow row;
            row.id = name;
            row.name = name;
            row.secondLine = group;
            row.search = entry.section(u'=', 1).replace(u',', u' ');
            rows << row;
        }
    }
    return rows;
}

} // namespace rowlift::ui
