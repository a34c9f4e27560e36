#include "app/mapping/parent_sense.h"

#include "app/mapping/names.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct RelationWords {
    QStringView relation; ///< As the service names it.
    QStringView words; ///< Of people, compact, split by '|'.
};

constexpr std::array relationWords {
    RelationWords {
        u"Owner",
        u"owner|recordowner|leadowner|contactowner|accountowner|campaignowner|assignedto|assignee|"
        u"salesrep|inhaber|inhabers|besitzer|besitzers|kontoinhaber|kontaktinhaber|leadinhaber|"
        u"datensatzinhaber|eigentumer|verantwortlicher|zustandiger|betreuer|bearbeiter|"
        u"proprietaire|responsable|propietario|proprietario|eigenaar" },
    RelationWords { u"Account",
                    u"account|company|organization|organisation|firma|unternehmen|konto|kunde|compte|societe|"
                    u"entreprise|cuenta|empresa|azienda|bedrijf" },
    RelationWords {
        u"ReportsTo",
        u"reportsto|manager|supervisor|boss|vorgesetzter|vorgesetzte|vorgesetzten|superieur|jefe" },
    RelationWords { u"Parent",
                    u"parent|parentcampaign|parentaccount|ubergeordnet|ubergeordnete|ubergeordneter|"
                    u"ubergeordnetekampagne|ubergeordneterkunde" },
};

constexpr QStringView keyWords = u"key|schlussel|id|nr|no|nummer|number|code|kennung|ref|referenz|reference|"
                                 u"externalid|externeid|externalkey|kundennummer|customernumber|crmkey|crmid";
constexpr QStringView userWords = u"username|user|login|loginname|benutzername|benutzer|anmeldename|"
                                  u"utilisateur|usuario|utente";
constexpr QStringView fillers = u"of|the|by|der|des|die|das|vom|von|du|de|la|le|del|di|van";

/// \a words as names are compared.
QSet<QString> compactWords(QStringView words)
{
    QSet<QString> compact;
    for (const QStringView word : words.split(u'|'))
        compact.insert(compactName(word));
    return compact;
}

const QHash<QString, QSet<QString>> &wordsByRelation()
{
    static const QHash<QString, QSet<QString>> byRelation = [] {
        QHash<QString, QSet<QString>> made;
        for (const RelationWords &words : relationWords)
            made.insert(words.relation.toString(), compactWords(words.words));
        return made;
    }();
    return byRelation;
}

/// "User:Owner.Email" taken apart.
struct ParentName {
    QString relation; ///< "Owner"
    QString key; ///< "Email"
    QStringList relationNames; ///< Compact: by name and by label.
    QStringList keyNames;

    explicit ParentName(const Field &field)
        : relation(field.name.section(u'.', 0, 0).section(u':', -1))
        , key(field.name.section(u'.', 1))
        , relationNames { compactName(QString(relation).remove(u"__r"_s)),
                          compactName(field.label.section(u": "_s, 0, 0).section(u" ("_s, 0, 0)) }
        , keyNames { compactName(QString(key).remove(u"__c"_s)),
                     compactName(field.label.section(u": "_s, 1)) }
    {
    }
    bool isCustomKey() const { return key.endsWith("__c"_L1); }
};

bool isRelation(const QString &text, const ParentName &parent)
{
    if (text.isEmpty())
        return false;
    return parent.relationNames.contains(text) || wordsByRelation().value(parent.relation).contains(text);
}

/// How well \a text names the key.
double keySureness(const QString &text, const ParentName &parent, FieldType type)
{
    static const QSet<QString> users = compactWords(userWords);
    static const QSet<QString> keys = compactWords(keyWords);
    if (text.isEmpty())
        return 0;
    if (parent.keyNames.contains(text))
        return 0.88;
    if (type == FieldType::Email)
        return meaningOf(text).what == Concept::Email ? 0.85 : 0;
    if (parent.key == "Username"_L1)
        return users.contains(text) ? 0.85 : 0;
    return parent.isCustomKey() && keys.contains(text) ? 0.7 : 0;
}

QString withoutFillers(QStringList words)
{
    static const QSet<QString> empty = compactWords(fillers);
    while (!words.isEmpty() && empty.contains(words.first()))
        words.removeFirst();
    while (!words.isEmpty() && empty.contains(words.last()))
        words.removeLast();
    return words.join(QString());
}

} // namespace

double parentSureness(const ColumnSense &column, const Field &field)
{
    const ParentName parent(field);
    // Records of people come before groups and queues.
    const double other = field.name.contains(u':') && !field.name.startsWith("User:"_L1) ? 0.02 : 0;
    if (column.compact == compactName(field.name) || column.compact == compactName(field.label))
        return 0.95 - other;
    const QStringList words = nameWords(column.look->name);
    double best = 0;
    for (qsizetype at = 1; at < words.size(); ++at) {
        const QString front = withoutFillers(words.first(at));
        const QString back = withoutFillers(words.sliced(at));
        if (isRelation(front, parent))
            best = std::max(best, keySureness(back, parent, field.type));
        if (isRelation(back, parent))
            best = std::max(best, keySureness(front, parent, field.type));
    }
    // "Owner", and then addresses.
    const bool addresses = field.type == FieldType::Email && column.look->kind == ColumnKind::Email;
    if (best == 0 && addresses && isRelation(column.compact, parent))
        best = 0.7;
    return best == 0 ? 0 : best - other;
}

} // namespace rowlift
