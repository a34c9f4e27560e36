#pragma once

#include "app/csv/column_look.h"
#include "app/mapping/consent.h"
#include "app/mapping/meaning.h"
#include "app/schema/schema.h"

#include <vector>

namespace rowlift {

/// A column as it is understood beside the others of its file.
struct ColumnSense {
    const ColumnLook *look = nullptr;
    QString compact; ///< compactName()
    Meaning meaning;
    bool overruled = false; ///< The values say something else than the name.
    std::optional<ConsentSense> consent = {};
};

/// A field as it is understood.
struct FieldSense {
    const Field *field = nullptr;
    QString compactName;
    QString compactLabel;
    Meaning meaning;
    std::optional<ConsentSense> consent = {};
};

/// What is known of the file and of the object as a whole.
struct WholeSense {
    Block mainAddress = Block::None; ///< Of the file: goes to the main address of the object.
    Block secondAddress
        = Block::None; ///< Of the file: goes to the "other" one; same as mainAddress: there is none.
    Block fieldAddress = Block::None; ///< The main address of the object.
    bool onlyPhone = true; ///< One column at most holds phone numbers.
    bool onlyEmail = true;
    bool homePhones = false; ///< The object has a field for them.
    bool companyPhones = false;
};

bool isAddress(Concept what);
bool isPhone(Concept what);

std::vector<ColumnSense> sensesOf(const std::vector<ColumnLook> &columns);
std::vector<FieldSense> sensesOf(const Schema &schema, Operation operation);
WholeSense wholeSense(const std::vector<ColumnSense> &columns, const std::vector<FieldSense> &fields);

} // namespace rowlift
