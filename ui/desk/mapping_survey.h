#pragma once

#include "app/draft/value_survey.h"
#include "ui/work/work.h"

#include <optional>

namespace rowlift::ui {

/// What all rows say of the values that can be read in more than one way: one pass over the file in the
/// background, anew when the file, a field or what is done before reading is another. How values are read in
/// the end makes no difference to it, so that no choice of that starts it again.
class MappingSurvey : public QObject {
    Q_OBJECT

public:
    explicit MappingSurvey(QObject *parent = nullptr);

    /// Looks at all rows unless it has, or does so now, or nothing can be read in more than one way.
    void ask(const Draft &draft, const Schema &schema);
    void stop();
    bool running() const { return m_work.running(); }
    /// Of the last question; null: not known yet, or the file could not be read.
    const ValueSurvey *survey() const { return m_survey ? &*m_survey : nullptr; }

Q_SIGNALS:
    void finished();

private:
    /// What is asked, without all that makes no difference to the answer.
    static Draft questionOf(const Draft &draft, const Schema &schema);

    Draft m_question;
    std::optional<ValueSurvey> m_survey;
    Work<ValueSurvey> m_work;
};

} // namespace rowlift::ui
