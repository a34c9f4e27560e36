#include "app/cli/consent.h"

#include "app/csv/bad_input.h"
#include "app/run/run_start.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct ConsentWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

bool atTerminal()
{
#ifdef Q_OS_UNIX
    return isatty(STDIN_FILENO) != 0;
#else
    return false;
#endif
}

/// A line from the terminal, without blanks at its ends.
QString typedLine()
{
    char answer[64] = {};
    return std::fgets(answer, sizeof answer, stdin) ? QString::fromUtf8(answer).trimmed() : QString();
}

/// With any thousands separator, or none.
std::optional<qint64> countIn(QString text)
{
    text.removeIf([](QChar c) { return c.isSpace() || c == u'.' || c == u',' || c == u'\'' || c == u'’'; });
    bool isNumber = false;
    const qint64 count = text.toLongLong(&isNumber);
    return isNumber ? std::optional(count) : std::nullopt;
}

Done consentToDelete(const QCommandLineParser &parser, const Preparation &ready, qint64 records)
{
    const QString number = QLocale().toString(records);
    const QString &what = ready.schema.object.labelPlural;
    std::optional<qint64> typed;
    if (parser.isSet(u"delete"_s)) {
        typed = countIn(parser.value(u"delete"_s));
    } else if (atTerminal()) {
        say(ConsentWords::tr("Type %1 to delete %2 %3:").arg(QString::number(records), number, what));
        typed = countIn(typedLine());
    } else {
        return tl::unexpected(
            badInput(ConsentWords::tr(
                         "Nothing was deleted: without a terminal, --delete %1 is needed to delete %2 %3.")
                         .arg(QString::number(records), number, what)));
    }
    if (typed == records)
        return {};
    return tl::unexpected(
        badInput(ConsentWords::tr("Nothing was deleted: that is not the number of records, which is %1.")
                     .arg(number)));
}

} // namespace

void addConsentOptions(QCommandLineParser &parser)
{
    parser.addOptions(
        { { u"yes"_s, ConsentWords::tr("Sends without asking; to delete takes --delete as well.") },
          { u"delete"_s, ConsentWords::tr("Deletes without asking, if it is just so many records."), u"N"_s },
          { u"despite-limits"_s,
            ConsentWords::tr("Sends although what the account may still do will not be enough.") } });
}

Done checkConsentOptions(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"delete"_s) || countIn(parser.value(u"delete"_s)).value_or(-1) >= 0)
        return {};
    return tl::unexpected(badInput(ConsentWords::tr("--delete takes the number of records.")));
}

Done consent(const QCommandLineParser &parser, const Preparation &ready, qint64 records)
{
    if (ready.draft.target.operation == Operation::Delete)
        return consentToDelete(parser, ready, records);
    if (parser.isSet(u"yes"_s))
        return {};
    if (!atTerminal())
        return tl::unexpected(
            badInput(ConsentWords::tr("Nothing was sent: without a terminal, --yes is needed to send.")));
    say(ConsentWords::tr("Send them now? Type yes:"));
    if (typedLine().toLower() == u"yes")
        return {};
    return tl::unexpected(badInput(ConsentWords::tr("Nothing was sent.")));
}

Done fitsLimits(const QCommandLineParser &parser, const Preparation &ready, const JobKind &kind, qint64 rows,
                const CheckResult &check, const std::stop_token &stop)
{
    if (parser.isSet(u"despite-limits"_s))
        return {};
    // What is looked up was looked up before.
    const auto needs = ready.session->needs(sizeOf(ready.draft, ready.schema, kind, rows, check.rows), stop);
    if (!needs)
        return needs.error().cancelled() ? Done(tl::unexpected(needs.error())) : Done {};
    const auto unmet = std::ranges::find_if_not(*needs, &Need::isMet);
    if (unmet == needs->end())
        return {};
    const QLocale locale;
    return tl::unexpected(Error {
        .kind = Error::Kind::Quota,
        .sentence
        = ConsentWords::tr("Nothing was sent: it takes about %1 of “%2”, but only %3 are left. Try again "
                           "when there are more, or add --despite-limits to send what goes.")
              .arg(locale.toString(unmet->needed), unmet->label, locale.toString(unmet->left)),
        .detail = {},
        .retryAfter = {} });
}

} // namespace rowlift::cli
