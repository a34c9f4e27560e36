#include "app/cli/command.h"
#include "app/cli/quiet_terminal.h"
#include "app/csv/bad_input.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
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
    {
        const QuietTerminal quiet;
        if (quiet.isTerminal())
            say(SecretWords::tr("Secret (it is not shown):"));
        for (int c = std::fgetc(stdin); c != EOF && c != '\n' && line.size() <= longestSecret;
             c = std::fgetc(stdin))
            line.append(static_cast<char>(c));
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString typed = decoder.decode(line);
    const QString secret = typed.trimmed(); // blanks come along when one copies it
    if (secret.isEmpty())
        return tl::unexpected(
            badInput(SecretWords::tr("--secret-stdin is given, but standard input holds no secret.")));
    const bool hasControls
        = std::ranges::any_of(secret, [](QChar c) { return c.category() == QChar::Other_Control; });
    if (decoder.hasError() || hasControls || line.size() > longestSecret)
        return tl::unexpected(
            badInput(SecretWords::tr("The first line of standard input is no secret: it is too long, or no "
                                     "text in UTF-8.")));
    return Secret(secret);
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
