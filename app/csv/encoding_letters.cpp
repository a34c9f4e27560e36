#include "app/csv/encoding_letters.h"

#include <QSet>
#include <QStringView>

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace rowlift {

namespace {

struct Language {
    unsigned regions; ///< In whose encodings it is written.
    QStringView letters; ///< Outside ASCII, frequent ones first; of Cyrillic and Greek lower case only.
    double frequent; ///< What its first letter counts.
    double falloff; ///< What each further letter counts less.
    double prior = 0; ///< What the language is worth before any letter.
};

// A language of a few marked letters is a sharper witness than the mixtures, which stand for lists of
// customers from several countries.
constexpr double fewLetters = 0.06;
constexpr double manyLetters = 0.02;
// Whoever writes in other letters than Latin ones writes more than one or two.
constexpr double otherLetters = -1.5;
constexpr std::array languages = {
    Language { region::west, u"üäößÖÄÜéáèẞ", 1.2, fewLetters }, // German
    Language { region::west, u"éèêàçôîëïâûùÉÀœæüÊÈÇÔÎŒ", 1.2, fewLetters }, // French
    Language { region::west, u"óíáéñúüÁÉÍÓÚÑªº", 1.2, fewLetters }, // Spanish
    Language { region::west, u"ãçáéíóêâõôúàüÁÉÓÇÂÃÕÍÚª", 1.2, fewLetters }, // Portuguese
    Language { region::west, u"àèùòìéÈÀÉÙÌÒî", 1.2, fewLetters }, // Italian
    Language { region::west, u"éëïèöíáüóÉ", 1.2, fewLetters, -0.3 }, // Dutch
    Language { region::west, u"öäåÅÄÖéüàÉ", 1.2, fewLetters }, // Swedish, Finnish
    Language { region::west, u"øåæØÅÆéüöÉ", 1.2, fewLetters }, // Danish, Norwegian
    Language { region::west, u"íáðóéöæúþýÍÁÞÓÚÖÆÉÝÐ", 1.2, fewLetters, -1 }, // Icelandic
    Language { region::west, u"àèéòíóçúïüÀÉÈÍÒÓÚ·", 1.2, fewLetters, -0.5 }, // Catalan
    Language { region::west, u"áéíóúÁÉÍÓÚ", 1.2, fewLetters, -0.8 }, // Irish
    Language { region::west, u"ëçËÇ", 1.2, fewLetters, -0.8 }, // Albanian
    Language { region::west | region::baltic, u"äõüöÄÕÜÖšžŠŽ", 1.2, fewLetters, -0.8 }, // Estonian
    Language { region::baltic, u"āīšēņūļžčģķŠĀĒČŽĶĢĻĪŪŅ", 1.2, fewLetters, -0.5 }, // Latvian
    Language { region::baltic, u"ėšųžčįūąęŠŽČĮĖŪĄĘŲ", 1.2, fewLetters, -0.5 }, // Lithuanian
    Language { region::central, u"łóęąśżńćźŁŚŻĆŹÓĄĘŃ", 1.2, fewLetters }, // Polish
    Language { region::central, u"íáéěřčšžýůúňťďóČŠŽŘÚÁĎŤÍÝŇ", 1.2, fewLetters }, // Czech
    Language { region::central, u"áčíéšžýúľťôóäňďČŠŽÚĽŤĎÁÍŕĺ", 1.2, fewLetters }, // Slovak
    Language { region::central, u"áéöóőíüúűÁÉÖÓŐÍÜÚŰ", 1.2, fewLetters }, // Hungarian
    Language { region::central, u"čšžćđČŠŽĆĐ", 1.2,
               fewLetters }, // Slovene, Croatian, Bosnian, Serbian in Latin letters
    Language { region::central, u"ăâîșțȘȚÎÂĂ", 1.2, fewLetters }, // Romanian
    Language { region::central, u"ăâîşţŞŢÎÂĂ", 1.2, fewLetters }, // Romanian with cedillas
    Language { region::turkish, u"ıüçşğöİŞÇÖÜĞâî", 1.2, fewLetters }, // Turkish
    Language { region::turkish, u"əıüşöğçİŞƏÇÖÜĞ", 1.2, fewLetters, -0.5 }, // Azerbaijani
    // Western Europe, mixed
    Language { region::west | region::turkish, u"éáüöíóäñèçãøåúêåæòàìïîôûëõùÉÖÜÅØÁÄÓÍßÇÑÚÈÀÆðþýœÊÂÔÎÕÃ", 0.75,
               0.01 },
    // Central Europe, mixed
    Language { region::central | region::baltic, u"áéíóčšžöüýúłęąńśćżäěřůňťďőűôâîăşţľźŠČŽÁÉÖÜÓŁŚŻĆÚÍŐŰßđĐ",
               0.7, 0.01 },
    Language { region::cyrillic, u"аоеинтрсвлкмдпуяыьгзбчйхжшюцщэфъё", 1.1, manyLetters,
               otherLetters }, // Russian
    Language { region::cyrillic, u"аоинітерсвлкмдупягзьбчхйцїєшюжщфґ", 1.1, manyLetters,
               otherLetters }, // Ukrainian
    Language { region::cyrillic, u"аынрікястледумоўзпвбгйцхчьжшюёфэ", 1.1, manyLetters,
               otherLetters }, // Belarusian
    Language { region::cyrillic, u"аоиетнрсвлкпмдузяъбгчцйхжшщфюь", 1.1, manyLetters,
               otherLetters }, // Bulgarian
    Language { region::cyrillic, u"аоиенрстјкулвмпдбзгшцчжхњћљфђџ", 1.1, manyLetters,
               otherLetters }, // Serbian
    Language { region::cyrillic, u"аоиетнрсвклпмудјзбгцшчжќфхѓљњѕџ", 1.1, manyLetters,
               otherLetters }, // Macedonian
    Language { region::greek, u"αοιετνσρηπκςμλίόάέήύδγώθβχφξζυωψϊϋ", 1.1, manyLetters,
               otherLetters }, // Greek
    Language { region::hebrew, u"יוהלארתנבמשקפטדםסעחגכןזץצךף", 1.1, manyLetters, otherLetters }, // Hebrew
    Language { region::arabic, u"اليمنرةوتبهدعسفكقحأجشطصىخإضزذثئءغظؤآ", 1.1, manyLetters,
               otherLetters }, // Arabic
    Language { region::arabic, u"انرمدهوتسبشلخزفقعحجآغطصضژذظثءئؤپچکگی", 1.1, manyLetters,
               otherLetters - 0.5 }, // Persian
    Language { region::thai, u"ารนกเงมยอลวดทสตบปคะจพหชขใไแซโถธณศภผฟญษฮฉฐฎฏฬฝ่้ัีิุู็ำ์ืึ๊", 1.1, 0.01,
               otherLetters }, // Thai
};

constexpr QStringView frequentEastAsian
    = u"的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
      u"用道行所然家"
      u"种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力"
      u"它与长把机"
      u"十民第公此已工使情明性知全三又关点正业外将两高间由问最重并物手应战向头文体政美相见被利二等产或新己制"
      u"身果加西斯月"
      u"话合回特代内信表化老给世位次度门任常先海通教儿原东提及比员解水名真论处走义各入口认条平系气题活更打女"
      u"变四神总何电"
      u"数安少报结反受目太量再感建务做接场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基书非"
      u"则白却界达光"
      u"放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望术领共确传师观清今切院让识候"
      u"带导争运"
      // The traditional forms of those that have one.
      u"這個們來為國說時會對過發後裡種經麼學現當沒動還進樣從實軍無與長機關點業將兩間問並應戰頭體見產話內給門"
      u"東論處"
      u"義幾認條係氣題變總電數報結務場計資許統區隊書則卻達強難權設記類邊張該規萬術領確傳師觀讓識帶導爭運業員"
      u"題號縣灣臺廣"
      u"縣鄉鎮村街號樓室路巷弄省市區陳林黃張李王吳劉蔡楊许陈黄吴刘杨赵周徐孙朱高胡何郭罗郑梁谢宋唐冯于董萧程"
      u"曹袁邓傅沈曾彭"
      u"吕苏卢蒋贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范石姚谭廖邹熊陆郝孔崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易"
      u"武贺赖龚单岛尔"
      // Japanese.
      u"日本会社東京都区県町村駅前山田中村川島佐藤鈴木高橋渡辺伊加吉松井野口原株式様住所電話番号氏名年月価円"
      u"部課長岡福沢"
      // Korean syllables.
      u"이다는에의가을은로한고를도어지사하기시리인자수나라서아대일정해보스그전부제주구원있세조상동오성신장국"
      u"관안공과소미여연김"
      u"박최임강윤송황홍권민경영호준우현진선재희철숙순남울산광천북화비무방문마바프트드르크토타니모들만면내히"
      u"내것할경으러와당실"
      u"행학중교양용위적업통회계물품번전화름년월명반별형식된던했습니까요네게";

const QSet<QChar> &frequentEastAsianSet()
{
    static const QSet<QChar> set(frequentEastAsian.begin(), frequentEastAsian.end());
    return set;
}

bool isCaseless(QChar c)
{
    return c.script() == QChar::Script_Cyrillic || c.script() == QChar::Script_Greek;
}

double fitOf(const Language &language, const LetterCounts &letters)
{
    constexpr double foreign = -1.5;
    double sum = language.prior;
    for (auto it = letters.begin(); it != letters.end(); ++it) {
        const QChar c = isCaseless(it.key()) ? it.key().toLower() : it.key();
        const qsizetype rank = language.letters.indexOf(c);
        const double one
            = rank < 0 ? foreign : language.frequent - language.falloff * static_cast<double>(rank);
        sum += one * it.value();
    }
    return sum;
}

} // namespace

double fitOfBestLanguage(const LetterCounts &letters, unsigned regions)
{
    constexpr double ofNoLanguage = -1.5;
    double best = std::numeric_limits<double>::lowest();
    if (letters.isEmpty())
        return 0;
    if ((regions & region::eastAsia) != 0)
        return ofNoLanguage * std::accumulate(letters.begin(), letters.end(), 0);
    for (const Language &language : languages) {
        if ((language.regions & regions) != 0)
            best = std::max(best, fitOf(language, letters));
    }
    return best;
}

bool isFrequentEastAsian(QChar c)
{
    return frequentEastAsianSet().contains(c);
}

} // namespace rowlift
