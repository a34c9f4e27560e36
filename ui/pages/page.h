#pragma once

#include <QString>
#include <QWidget>

namespace rowlift::ui {

/// The places of the wizard. Import is the live page while it runs and Results when it has ended.
enum class Step { Start, File, Where, Map, Check, Import };

/// One page. It decides nothing: it shows its desk's snapshot and passes on what the person chose. The shell
/// draws heading, sub-line, "why this step" and the command bar from what the page says of itself, and asks
/// again whenever changed() is heard. The page's own widget holds its notices (if any) and its content.
class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual QString heading() const = 0; ///< One sentence.
    virtual QString subline() const { return {}; }
    virtual QString why() const = 0; ///< "Why this step", at most sixty words.

    virtual QString primaryText() const { return {}; } ///< Names the act; empty: no primary button.
    virtual bool primaryEnabled() const { return true; }
    virtual QString primaryReason() const { return {}; } ///< Why it is off; shown beside it.
    virtual bool primarySends() const { return false; } ///< Ctrl+Enter only moves the focus onto it then.
    virtual bool primaryIsDanger() const { return false; } ///< It deletes, or takes back.
    virtual QString secondaryText() const { return {}; } ///< Empty: no such button.
    virtual bool mayGoBack() const { return true; }

    /// The page is shown: bring everything up to date, start what it needs.
    virtual void entered() { }
    /// What gets the focus on entering: the first decision still open; null: the primary button.
    virtual QWidget *firstDecision() const { return nullptr; }

    virtual void primary() { }
    virtual void secondary() { }

Q_SIGNALS:
    void changed(); ///< What the page says of itself may be new.
    void stepWanted(rowlift::ui::Step step);
    void announce(const QString &sentence); ///< For screen readers, politely.
};

} // namespace rowlift::ui
