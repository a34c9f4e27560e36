// The practice server as a program of its own: it shares nothing with the tests that import into it.
#include "app/practice/server.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    return rowlift::practice::runPracticeCommand(QCoreApplication::arguments().mid(1));
}
