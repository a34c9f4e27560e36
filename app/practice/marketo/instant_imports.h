#pragma once

#include "app/practice/marketo/catalog.h"
#include "app/practice/marketo/imports.h"
#include "app/practice/service.h"

#include <atomic>
#include <mutex>

namespace rowlift::practice::marketo {

/// What `--instant` makes of imports: they are complete as soon as they came, every row in, and their records
/// are written when somebody asks for records. Any thread.
class InstantImports {
public:
    InstantImports(const Surroundings &around, const Catalog &catalog, Imports &imports);

    /// True when imports are to be completed by complete().
    bool isOn() const;
    /// Makes a complete import of a new one.
    void complete(ImportJob &job);
    /// Writes the records of all imports that owe theirs.
    void writeOwed();
    /// Keeps writeOwed() away while it is held.
    std::unique_lock<std::mutex> hold() { return std::unique_lock(m_mutex); }

private:
    void write(const ImportJob &job);

    const Surroundings &m_around;
    const Catalog &m_catalog;
    Imports &m_imports;
    std::mutex m_mutex;
    std::atomic<bool> m_owing = false;
};

} // namespace rowlift::practice::marketo
