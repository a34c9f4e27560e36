#include "app/practice/marketo/import_job.h"

#include "app/practice/json_text.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <array>

namespace rowlift::practice::marketo {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array stateWords { "Queued", "Importing", "Complete", "Failed" };

} // namespace

QByteArray stateWord(ImportState state)
{
    return stateWords[static_cast<std::size_t>(state)];
}

QByteArray messageOf(const ImportJob &job)
{
    if (job.state != ImportState::Complete)
        return job.words;
    const QByteArray imported = QByteArray::number(job.imported());
    QByteArray text = job.progress.failed > 0 ? "Import completed with errors, " : "Import succeeded, ";
    text += imported + " records imported (" + imported + " members)";
    if (job.progress.failed > 0)
        text += ", " + QByteArray::number(job.progress.failed) + " failed";
    if (job.progress.warned > 0)
        text += ", " + QByteArray::number(job.progress.warned) + " warning.";
    return text;
}

bool saveImport(const ImportJob &job, const QString &folder)
{
    JsonText text;
    text.number("id", job.id)
        .text("object", job.object)
        .text("format", job.format)
        .text("lookupField", job.lookupField)
        .number("list", job.list)
        .number("partition", job.partition)
        .number("program", job.program)
        .text("programStatus", job.programStatus)
        .number("state", static_cast<int>(job.state))
        .number("rows", job.rows)
        .number("created", job.created)
        .number("started", job.started)
        .number("ended", job.ended)
        .number("done", job.progress.rows)
        .number("failed", job.progress.failed)
        .number("warned", job.progress.warned)
        .text("words", job.words)
        .boolean("owing", job.owing);
    QSaveFile file(folder + u"/job.json"_s);
    return file.open(QIODevice::WriteOnly) && file.write(text.object()) > 0 && file.commit();
}

std::optional<ImportJob> loadImport(const QString &folder)
{
    QFile file(folder + u"/job.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const auto bytes = [&](QLatin1StringView name) { return json.value(name).toString().toUtf8(); };
    const auto number = [&](QLatin1StringView name) { return json.value(name).toInteger(); };
    ImportJob job;
    job.id = number("id"_L1);
    job.object = bytes("object"_L1);
    job.format = bytes("format"_L1);
    job.lookupField = bytes("lookupField"_L1);
    job.list = number("list"_L1);
    job.partition = static_cast<int>(number("partition"_L1));
    job.program = number("program"_L1);
    job.programStatus = bytes("programStatus"_L1);
    job.state = static_cast<ImportState>(number("state"_L1));
    job.rows = number("rows"_L1);
    job.created = number("created"_L1);
    job.started = number("started"_L1);
    job.ended = number("ended"_L1);
    job.progress.rows = number("done"_L1);
    job.progress.failed = number("failed"_L1);
    job.progress.warned = number("warned"_L1);
    job.words = bytes("words"_L1);
    job.owing = json.value("owing"_L1).toBool();
    return job.id > 0 ? std::optional(job) : std::nullopt;
}

} // namespace rowlift::practice::marketo
