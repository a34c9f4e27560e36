#include "app/cli/command.h"
#include "app/csv/bad_input.h"

#include <QCoreApplication>

#include <cstdio>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct SecretWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

constexpr int longestSecret = 64 * 1024;

} // namespace

void addSecretOption(QCommandLineParser &parser)
{
    parser.addOption(
        { u"secret-stdin"_s,
          SecretWords::tr("Reads the secret from the first line of standard input, for this run alone.") });
}

Result<Secret> secretFromInput()
{
    QByteArray line;
    for (int c = std::fgetc(stdin); c != EOF && c != '\n' && line.size() < longestSecret;
         c = std::fgetc(stdin))
        line.append(static_cast<char>(c));
    if (line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty())
        return tl::unexpected(
            badInput(SecretWords::tr("--secret-stdin is given, but standard input holds no secret.")));
    return Secret(QString::fromUtf8(line));
}

Done takeSecret(const QCommandLineParser &parser, const Account &account, const Tools &tools)
{
    if (!parser.isSet(u"secret-stdin"_s))
        return {};
    const auto secret = secretFromInput();
    if (!secret)
        return tl::unexpected(secret.error());
    tools.secrets().keepUntilQuit(account.id, *secret);
    return {};
}

} // namespace rowlift::cli
