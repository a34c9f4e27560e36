#pragma once

#include "app/practice/dotdigital/database.h"
#include "app/practice/dotdigital/import_jobs.h"
#include "app/practice/service.h"

#include <memory>

namespace rowlift::practice::dotdigital {

/// Works one import off. Belongs to one thread and one connection.
class ImportRun {
public:
    virtual ~ImportRun() = default;
    /// Works up to \a items items off, inside a transaction of the caller, and notes in \a job how far it
    /// came. Takes up where the job's own counters stand.
    virtual void step(Job &job, qint64 items) = 0;
};

/// What a run works on.
struct RunGround {
    const Surroundings &around;
    Database &database;
    const Jobs &jobs;
    bool judging; ///< Off: everything is stored, nothing refused.
};

std::unique_ptr<ImportRun> makeInsightRun(const RunGround &ground, const Job &job);
std::unique_ptr<ImportRun> makeContactRun(const RunGround &ground, const Job &job);
std::unique_ptr<ImportRun> makeContactV3Run(const RunGround &ground, const Job &job);

std::unique_ptr<ImportRun> makeRun(const RunGround &ground, const Job &job);

} // namespace rowlift::practice::dotdigital
