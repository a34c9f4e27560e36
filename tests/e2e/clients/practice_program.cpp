#include "app/practice/server.h"

#include <QStringList>

/// The practice server alone, without the rest of the program: `practice_program practice …`.
int main(int count, char *values[])
{
    QStringList arguments;
    for (int i = 2; i < count; ++i)
        arguments.append(QString::fromLocal8Bit(values[i]));
    return rowlift::practice::runPracticeCommand(arguments);
}
