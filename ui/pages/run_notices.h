#pragma once

#include "ui/desk/run_desk.h"
#include "ui/widgets/notice.h"

namespace rowlift::ui {

/// What a run that is under way, or held, has to say above its numbers: what blocks its way, what it asks.
/// Ids: brake, held, trouble, later, unknown, slept, watch, failed.
/// \a details: what blocks its way is told in the words of the computers as well.
QList<Notice> runNotices(const RunDesk &desk, bool details);
/// What blocks the way, calmly: "Network hiccup — trying again (try 2)."
QString troubleSentence(const RunTrouble &trouble, const QString &service);
/// "37 rows were busy; Rowlift tries them again at 10:20 (try 2 of 3)."
QString laterSentence(const RunLater &later, const QDateTime &now);
/// "Next try in 40 s"; empty when \a next is invalid.
QString nextTryWords(const QDateTime &next, const QDateTime &now);
/// "Next try in 40 s · tried 3 times"; empty when nothing is waited for.
QString nextTryWords(const RunTrouble &trouble, const QDateTime &now);
/// "All of the first 5,000 rows failed: … Nothing else was sent."
QString brakeSentence(const RunBrake &brake, const RunDesk &desk);
/// What sending parts again may do of which nobody knows whether they arrived: in the words of their way of
/// loading (JobKind::whenSentAgain), where it has some.
QString sendingAgainMeans(const RunDesk &desk);

} // namespace rowlift::ui
