#include "ui/pages/file_notices.h"

#include "ui/pages/file_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

struct NoticeWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ui::FileNotices)
};

constexpr qint64 largeBytes = 2'000'000'000;
constexpr qint64 largeRows = 20'000'000;

Notice notice(const QString &id, Notice::Kind kind, const QString &text, const QList<Notice::Button> &buttons)
{
    return { .id = id, .kind = kind, .text = text, .buttons = buttons, .dismissible = false };
}

Notice::Button again()
{
    return { u"again"_s, NoticeWords::tr("Try again") };
}

Notice::Button useCopy()
{
    return { u"copy"_s, NoticeWords::tr("Use a copy") };
}

Notice unreadable(const FileDesk::Snapshot &file)
{
    const auto say = [](const QString &text, const QList<Notice::Button> &buttons) {
        return notice(u"unreadable"_s, Notice::Kind::Problem, text, buttons);
    };
    const bool wasOpen = file.look.path == file.path;
    switch (file.trouble) {
    case FileTrouble::Gone:
        return say(wasOpen ? NoticeWords::tr("Cannot read the file any more (%1).").arg(placeOf(file.path))
                           : file.error.sentence,
                   { again(), { u"other"_s, NoticeWords::tr("Locate…", "a file that has gone") } });
    case FileTrouble::Locked:
        return say(NoticeWords::tr("The file may not be read: it is open in another program, or belongs to "
                                   "somebody else. Close it there, or work with a copy."),
                   { useCopy(), again() });
    case FileTrouble::None:
        return say(file.error.sentence, { again(), { u"other"_s, NoticeWords::tr("Choose another file") } });
    case FileTrouble::NotATable:
        break;
    }
    return say(file.error.sentence, { { u"other"_s, NoticeWords::tr("Choose another file") } });
}

Notice changedOnDisk(const FileDesk::Snapshot &file)
{
    const QString when = QLocale().toString(file.changedAt.toLocalTime().time(), QLocale::ShortFormat);
    return notice(u"changed"_s, Notice::Kind::HeadsUp,
                  NoticeWords::tr("The file changed at %1. Read it again? Your mapping is kept.").arg(when),
                  { { u"again"_s, NoticeWords::tr("Read it again") } });
}

QList<Notice> ofOpenFile(const FileDesk::Snapshot &file)
{
    QList<Notice> notices;
    if (file.changedOnDisk)
        notices << changedOnDisk(file);
    if (!file.couldNot.sentence.isEmpty()) {
        notices << notice(u"couldNot"_s, Notice::Kind::Problem, file.couldNot.sentence, {});
        notices.back().dismissible = true;
    }
    if (!file.hasRows())
        notices << notice(u"noRows"_s, Notice::Kind::Problem,
                          NoticeWords::tr("This file has no rows below the header."), {});
    if (file.openElsewhere) {
        notices << notice(u"elsewhere"_s, Notice::Kind::HeadsUp,
                          NoticeWords::tr("The file is open in another program. Close it there, or work with "
                                          "a copy."),
                          { useCopy() });
        notices.back().dismissible = true;
    }
    if (file.look.uncalculated > 0)
        notices << notice(
            u"uncalculated"_s, Notice::Kind::HeadsUp,
            NoticeWords::tr("%Ln formula(s) of this sheet have no value yet, so their cells are "
                            "blank here. Open the file in Excel and save it there.",
                            nullptr, plural(file.look.uncalculated)),
            { again() });
    if (file.look.stamp.size > largeBytes || file.index.records > largeRows) {
        notices << notice(u"large"_s, Notice::Kind::Info,
                          NoticeWords::tr("Large file: checks run in the background, you can go on."), {});
        notices.back().dismissible = true;
    }
    return notices;
}

} // namespace

QList<Notice> noticesOf(const FileDesk::Snapshot &file)
{
    switch (file.state) {
    case FileDesk::State::NoFile:
        return {};
    case FileDesk::State::Opening:
        if (!file.slow)
            return {};
        return { notice(u"slow"_s, Notice::Kind::Info,
                        NoticeWords::tr("Waiting for the drive (%1)…").arg(placeOf(file.path)),
                        { { u"other"_s, NoticeWords::tr("Choose another file") } }) };
    case FileDesk::State::Unreadable:
        return { unreadable(file) };
    case FileDesk::State::Open:
        return ofOpenFile(file);
    }
    return {};
}

QStringList noticeIds()
{
    return { u"changed"_s, u"unreadable"_s,   u"slow"_s,  u"elsewhere"_s,
             u"noRows"_s,  u"uncalculated"_s, u"large"_s, u"couldNot"_s };
}

} // namespace rowlift::ui
