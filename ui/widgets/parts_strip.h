#pragma once

#include <QList>
#include <QWidget>

class QListWidget;

namespace rowlift::ui {

/// How a part stands, as people read it.
enum class PartStanding {
    Waiting,
    Sending,
    WithService, ///< Waiting or being worked on over there.
    Collecting,
    Done,
    DoneWithFailures,
    Failed,
    Unknown,
    Paused,
    Stopped,
};

struct PartBox {
    int number = 0; ///< From 1.
    PartStanding standing = PartStanding::Waiting;
    double sent = 0; ///< While sending: share of its bytes, 0 to 1.
    QString word; ///< In place of the usual word: "in Marketo's queue".
    QString detail; ///< More for tooltip and screen reader: "4.1 of 9.8 MB".

    friend bool operator==(const PartBox &, const PartBox &) = default;
};

/// The parts of a run: a box each, in a list that keys and screen readers walk. Above 24 parts a bar of
/// segments, and below it the boxes of those that are under way or did not go well.
class PartsStrip : public QWidget {
    Q_OBJECT

public:
    static constexpr int mostBoxes = 24;

    explicit PartsStrip(QWidget *parent = nullptr);

    void setParts(const QList<PartBox> &parts);
    [[nodiscard]] const QList<PartBox> &parts() const { return m_parts; }
    /// The part whose box the keys are at, or were; 0: none.
    [[nodiscard]] int current() const { return m_current; }

    /// "done with failures": the word in the box. spoken() is the whole: "Part 3: sending, 4.1 of 9.8 MB".
    [[nodiscard]] static QString word(PartStanding standing);
    [[nodiscard]] static QString spoken(const PartBox &part);

Q_SIGNALS:
    void partChosen(int number);
    void currentChanged(int number);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QList<PartBox> boxes() const;
    void fitHeight();
    void follow(int row);

    QList<PartBox> m_parts;
    QList<PartBox> m_shown;
    int m_current = 0;
    class PartSegments *m_segments;
    QListWidget *m_list;
};

} // namespace rowlift::ui
