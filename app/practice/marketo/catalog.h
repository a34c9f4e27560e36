#pragma once

#include "app/practice/marketo/fields.h"
#include "app/practice/marketo/import_job.h"
#include "app/practice/marketo/judge.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QString>

#include <vector>

namespace rowlift::practice::marketo {

/// A kind of custom objects.
struct CustomObject {
    QByteArray name;
    QByteArray describe; ///< The element of its describe.
    QByteArrayList dedupeFields;
    Fields fields;
    int number = 0;
};

/// A lead partition of the instance.
struct Partition {
    int id;
    const char *name;
    const char *description;
};

/// A static list. All of them are seeds: no call makes lists.
struct StaticList {
    qint64 id = 0;
    QByteArray name;
    QByteArray program; ///< Empty: in no program.
    QByteArray workspace;
    qint64 created = 0;
};

/// A program that people may be members of.
struct Program {
    qint64 id;
    const char *name;
};

/// What the instance knows without any record: fields, partitions, lists, programs.
class Catalog {
public:
    Catalog();

    const Fields &leads() const { return m_leads; }
    const Fields &members() const { return m_members; }
    const QByteArray &membersDescribe() const { return m_membersDescribe; }
    const std::vector<CustomObject> &customObjects() const { return m_customObjects; }
    const CustomObject *customObject(const QByteArray &name) const;
    const QList<StaticList> &lists() const { return m_lists; }
    const StaticList *list(qint64 id) const;
    static const QList<Partition> &partitions();
    /// 0 for an unknown name.
    static int partitionNamed(const QString &name);
    static const QList<Program> &programs();
    static bool isProgramStatus(const QString &name);

    /// What an import is to do.
    ImportPlan planFor(const ImportJob &job, bool judging) const;

private:
    Fields m_leads;
    Fields m_members;
    QByteArray m_membersDescribe;
    std::vector<CustomObject> m_customObjects;
    QList<StaticList> m_lists;
};

} // namespace rowlift::practice::marketo
