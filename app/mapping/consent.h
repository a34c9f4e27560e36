#pragma once

#include "app/mapping/treatment.h"
#include "app/schema/schema.h"

#include <QStringView>

#include <optional>
#include <string_view>

namespace rowlift {

/// The way in which people are contacted.
enum class ContactBy { Any, Email, Phone, TextMessage, Fax, Post, Else };

/// What yes means in a column or field that says whether a person may be contacted.
struct ConsentSense {
    ContactBy by = ContactBy::Email;
    bool yesStops = false; ///< "Unsubscribed", "do not call". Else yes allows: "newsletter", "SMS opt-in".
    bool plain = false; ///< The name says nothing else, such as what a newsletter is about.

    bool operator==(const ConsentSense &) const = default;
};

/// Reads the name of a column, in the languages of our users; empty: it is not of consent. When, why or how
/// consent was given is none.
std::optional<ConsentSense> consentSense(QStringView name);
/// The same of a field, by its API name and its label: of types that can say yes or no.
std::optional<ConsentSense> consentSense(const Field &field);

/// Whether what one says can be meant for the other: no word about faxes for e-mail.
bool isOfSameContact(const ConsentSense &a, const ConsentSense &b);
/// Whether the yes of a column so named is the no of \a field, which is a yes/no field.
bool saysTheOpposite(QStringView column, const Field &field);

/// What a value means where yes stops contact, or else allows it: by the words for yes and no, and by those
/// of being subscribed or not, which mean the same everywhere. Empty: neither, it must be asked.
std::optional<bool> stopsContact(std::string_view value, bool yesStops);

/// Whether records that are there may be changed.
bool mayChangeRecords(Operation operation);
/// Whether only those values are sent to \a field that stop contact: what allows it again is held back. So it
/// is by itself where records that are there may be changed.
bool sendsOnlyStops(const Field &field, const Treatment &treatment, Operation operation);

} // namespace rowlift
