#pragma once

#include "app/base/error.h"

#include <QWidget>

class QPushButton;

namespace rowlift::ui {

class Words;

/// Why something with an account failed: the sentence, and what support needs behind "Details".
class AccountFailure : public QWidget {
    Q_OBJECT

public:
    /// \a name: for tests and accessibility tools; there are several of these on a page.
    explicit AccountFailure(const QString &name, QWidget *parent = nullptr);

    void say(const Error &error);
    void clear();
    [[nodiscard]] QString sentence() const;

private:
    void unfold(bool open);

    Words *m_sentence;
    QPushButton *m_details;
    Words *m_detail;
};

} // namespace rowlift::ui
