#pragma once

#include "ui/system/bus.h"

#include <QVariant>

namespace rowlift::ui {

/// Keeps the computer from going to sleep by itself, in the first way that the desktop knows: the portal,
/// PowerManagement, ScreenSaver, logind.
class SleepInhibitor : public QObject {
public:
    explicit SleepInhibitor(Bus &bus, QObject *parent = nullptr);

    void hold(const QString &why);
    void release();

private:
    void ask(size_t way, int holding);
    static void letGo(Bus &bus, size_t way, const QVariant &token);

    Bus &m_bus;
    QString m_why;
    int m_holding = 0; ///< Counted up at each change: answers to what is no longer wished are given back.
    bool m_wished = false;
    size_t m_way = 0;
    QVariant m_token; ///< What the desktop knows the wish by; invalid: it has none of ours.
};

} // namespace rowlift::ui
