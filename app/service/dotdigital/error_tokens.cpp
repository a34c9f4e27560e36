#include "app/service/dotdigital/error_tokens.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace rowlift::dotdigital {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using Kind = Error::Kind;

constexpr bool tokenShowsText = true;
constexpr bool tokenWithoutText = false;
constexpr bool tokenNothingDone = true;
constexpr bool tokenMayBeDone = false;

/// The hour of calls is counted anew at each moment: some come back before it is over.
/// Source: contracts/dotdigital.md, 3.
constexpr auto betweenHourlyTries = 1min;
constexpr auto betweenPlaces = 30s;
constexpr auto whileRestoring = 60s;

constexpr auto signInWords = QT_TRANSLATE_NOOP("rowlift::dotdigital::Api",
                                               "Dotdigital did not accept the API user or password. Copy "
                                               "both again from Settings → Access → API users.");
constexpr auto queueWords = QT_TRANSLATE_NOOP(
    "rowlift::dotdigital::Api",
    "Dotdigital is at work on as many imports as it takes at a time. Rowlift tries again when one is done.");
constexpr auto shapeWords = QT_TRANSLATE_NOOP(
    "rowlift::dotdigital::Api", "Dotdigital could not read what was sent, and took nothing of it.");
constexpr auto noImportWords
    = QT_TRANSLATE_NOOP("rowlift::dotdigital::Api",
                        "Dotdigital does not know this import any more: what became of it cannot be asked.");
constexpr auto noReportWords = QT_TRANSLATE_NOOP(
    "rowlift::dotdigital::Api", "Dotdigital has no report of this import, or does not have it yet.");
constexpr auto noCollectionWords = QT_TRANSLATE_NOOP(
    "rowlift::dotdigital::Api",
    "Dotdigital does not have this collection. Read the list of collections again and choose one.");
constexpr auto noRecordWords
    = QT_TRANSLATE_NOOP("rowlift::dotdigital::Api", "Dotdigital does not have this record.");
constexpr auto noContactWords
    = QT_TRANSLATE_NOOP("rowlift::dotdigital::Api", "Dotdigital does not have this contact.");
constexpr auto busyWords = QT_TRANSLATE_NOOP(
    "rowlift::dotdigital::Api", "Dotdigital is out of service for a while. Try again in a few minutes.");

const KnownToken tokenTable[] {
    // Who asks, and how often.
    { "ERROR_INVALID_LOGIN"_L1, Kind::SignIn, signInWords },
    { "ERROR_APIUSER_INVALID"_L1, Kind::SignIn, signInWords },
    { "ERROR_USERACCOUNT_UNKNOWN"_L1, Kind::SignIn, signInWords },
    { "ERROR_UNKNOWN_ACCOUNT"_L1, Kind::SignIn, signInWords },
    { "ERROR_ACCOUNT_INVALID"_L1, Kind::SignIn, signInWords },
    { "ERROR_APIUSAGE_EXCEEDED"_L1, Kind::RateLimit,
      QT_TRANSLATE_NOOP(
          "rowlift::dotdigital::Api",
          "Your account has made all the calls that Dotdigital takes in an hour. They come back "
          "bit by bit within the hour: try again later."),
      tokenWithoutText, tokenNothingDone, betweenHourlyTries },
    { "ERROR_FEATURENOTACTIVE"_L1, Kind::Rejected,
      QT_TRANSLATE_NOOP("rowlift::dotdigital::Api",
                        "This feature is not part of your Dotdigital account. Ask your administrator.") },
    { "ERROR_CANNOT_PERFORM_OPERATION_ON_ACCOUNT"_L1, Kind::Rejected,
      QT_TRANSLATE_NOOP("rowlift::dotdigital::Api",
                        "Your Dotdigital account does not allow this. Ask your administrator.") },
    // How busy it is.
    { "ERROR_IMPORT_TOOMANYACTIVEIMPORTS"_L1, Kind::QueueFull, queueWords, tokenWithoutText, tokenNothingDone,
      betweenPlaces },
    { "insightData:tooManyActiveImports"_L1, Kind::QueueFull, queueWords, tokenWithoutText, tokenNothingDone,
      betweenPlaces },
    { "contacts:tooManyActiveImports"_L1, Kind::QueueFull, queueWords, tokenWithoutText, tokenNothingDone,
      betweenPlaces },
    { "ERROR_SYSTEM_SERVICETEMPORARILYUNAVAILABLE"_L1, Kind::ServiceFault, busyWords, tokenWithoutText,
      tokenNothingDone },
    { "ERROR_TRANSACTIONAL_DATA_COLLECTION_IS_RESTORING"_L1, Kind::ServiceFault,
      QT_TRANSLATE_NOOP("rowlift::dotdigital::Api",
                        "Dotdigital is bringing this collection back from a copy. Try again in a minute."),
      tokenWithoutText, tokenNothingDone, whileRestoring },
    { "ERROR_UNKNOWN"_L1, Kind::ServiceFault,
      QT_TRANSLATE_NOOP("rowlift::dotdigital::Api",
                        "Dotdigital has trouble at the moment. Try again in a few minutes."),
      tokenWithoutText, tokenMayBeDone },
    // The shape of a request.
    { "ERROR_BODY_DOES_NOT_MATCH_CONTENT_TYPE"_L1, Kind::Rejected, shapeWords, tokenShowsText },
    { "ERROR_CONTENT_TYPE_IS_NOT_SUPPORTED"_L1, Kind::Rejected, shapeWords, tokenShowsText },
    { "ERROR_MALFORMED_REQUEST"_L1, Kind::Rejected, shapeWords, tokenShowsText },
    { "ERROR_MULTI_FILE_UPLOAD_NOT_ALLOWED"_L1, Kind::Rejected, shapeWords, tokenShowsText },
    { "ERROR_IMPORT_UNSUPPORTED_FORMAT"_L1, Kind::Rejected, shapeWords, tokenShowsText },
    { "insightData:badJson"_L1, Kind::Rejected, shapeWords, tokenShowsText },
    { "contacts:badJson"_L1, Kind::Rejected, shapeWords, tokenShowsText },
    { "insightData:noRecordsSpecified"_L1, Kind::Rejected, shapeWords, tokenShowsText },
    { "contacts:invalidContacts"_L1, Kind::Rejected, shapeWords, tokenShowsText },
    { "contacts:invalidFilter"_L1, Kind::Rejected, shapeWords, tokenShowsText },
    { "ERROR_PARAMETER_INVALID"_L1, Kind::Rejected,
      QT_TRANSLATE_NOOP("rowlift::dotdigital::Api",
                        "Dotdigital does not take a setting of this request, and did nothing."),
      tokenShowsText },
    { "insightData:invalidId"_L1, Kind::Rejected,
      QT_TRANSLATE_NOOP(
          "rowlift::dotdigital::Api",
          "Dotdigital has no such collection of this type and scope, and took nothing. Read the "
          "list of collections again and choose one."),
      tokenShowsText },
    { "contacts:invalidId"_L1, Kind::Rejected,
      QT_TRANSLATE_NOOP("rowlift::dotdigital::Api", "Dotdigital does not know this id, and did nothing."),
      tokenShowsText },
    { "ERROR_NO_EMAIL_COLUMN"_L1, Kind::Rejected,
      QT_TRANSLATE_NOOP(
          "rowlift::dotdigital::Api",
          "Dotdigital found no e-mail addresses in what was sent, and took nothing of it. Map a "
          "column to Email.") },
    // What is there, and what is not.
    { "ERROR_IMPORT_NOT_FOUND"_L1, Kind::Rejected, noImportWords },
    { "insightData:importNotFound"_L1, Kind::Rejected, noImportWords },
    { "insightData:asyncJobNotFound"_L1, Kind::Rejected, noImportWords },
    { "contacts:importNotFound"_L1, Kind::Rejected, noImportWords },
    { "ERROR_IMPORT_REPORT_NOT_FOUND"_L1, Kind::Rejected, noReportWords },
    { "ERROR_TRANSACTIONAL_DATA_COLLECTION_DOES_NOT_EXIST"_L1, Kind::Rejected, noCollectionWords },
    { "insightData:collectionNotFound"_L1, Kind::Rejected, noCollectionWords },
    { "ERROR_TRANSACTIONAL_DATA_DOES_NOT_EXIST"_L1, Kind::Rejected, noRecordWords },
    { "insightData:recordNotFound"_L1, Kind::Rejected, noRecordWords },
    { "ERROR_TRANSACTIONAL_DATA_INVALID_COLLECTION_NAME"_L1, Kind::Rejected,
      QT_TRANSLATE_NOOP("rowlift::dotdigital::Api",
                        "Dotdigital does not take the name of this collection, and took nothing. Letters, "
                        "digits and _ may be in it, with no digit in front.") },
    { "ERROR_TRANSACTIONAL_DATA_VALIDATION_FAILED"_L1, Kind::Rejected,
      QT_TRANSLATE_NOOP("rowlift::dotdigital::Api",
                        "Dotdigital did not take the record as it is. Nothing was changed."),
      tokenShowsText },
    { "ERROR_TRANSACTIONAL_DATA_STORAGE_ALLOWANCE_EXCEEDED"_L1, Kind::Rejected,
      QT_TRANSLATE_NOOP(
          "rowlift::dotdigital::Api",
          "Your Dotdigital has no room left for such data, and took nothing. Delete what is not "
          "needed there, or ask your administrator for more room.") },
    { "ERROR_ADDRESSBOOK_NOT_FOUND"_L1, Kind::Rejected,
      QT_TRANSLATE_NOOP("rowlift::dotdigital::Api",
                        "Dotdigital does not have this list any more. Nothing was sent into it: choose "
                        "another one.") },
    { "ERROR_ADDRESSBOOK_NOTWRITABLE"_L1, Kind::Rejected,
      QT_TRANSLATE_NOOP("rowlift::dotdigital::Api",
                        "Nothing can be imported into this list of Dotdigital's. Choose another one.") },
    { "ERROR_ADDRESSBOOK_IN_USE"_L1, Kind::Rejected,
      QT_TRANSLATE_NOOP("rowlift::dotdigital::Api",
                        "Dotdigital is using this list for something else, and took nothing. Try again "
                        "later, or choose another one.") },
    { "ERROR_CONTACT_NOT_FOUND"_L1, Kind::Rejected, noContactWords },
    { "insightData:contactNotFound"_L1, Kind::Rejected, noContactWords },
    { "contacts:contactNotFound"_L1, Kind::Rejected, noContactWords },
    { "contacts:idAlreadyExists"_L1, Kind::Rejected,
      QT_TRANSLATE_NOOP("rowlift::dotdigital::Api", "Another contact in Dotdigital has this already.") },
    { "ERROR_CONTACT_SUPPRESSED"_L1, Kind::Rejected,
      QT_TRANSLATE_NOOP("rowlift::dotdigital::Api",
                        "This contact is suppressed in Dotdigital and is not changed by imports.") },
    { "ERROR_INVALID_EMAIL"_L1, Kind::Rejected,
      QT_TRANSLATE_NOOP("rowlift::dotdigital::Api", "Dotdigital does not take this e-mail address.") },
    { "ERROR_DATAFIELD_NOTFOUND"_L1, Kind::Rejected,
      QT_TRANSLATE_NOOP("rowlift::dotdigital::Api",
                        "Dotdigital does not have one of the fields any more. Read the fields again.") },
    { "ERROR_NON_UNIQUE_DATAFIELD"_L1, Kind::Rejected,
      QT_TRANSLATE_NOOP("rowlift::dotdigital::Api", "Dotdigital has a field of this name already.") },
    { "ERROR_DATAFIELD_VALUE_OVERFLOW"_L1, Kind::Rejected,
      QT_TRANSLATE_NOOP("rowlift::dotdigital::Api", "A value is too long for its field in Dotdigital.") },
    { "ERROR_DATAFIELD_LIMITEXCEEDED"_L1, Kind::Rejected,
      QT_TRANSLATE_NOOP("rowlift::dotdigital::Api", "Your Dotdigital has as many fields as it can hold.") },
};

} // namespace

const KnownToken *knownToken(QStringView token)
{
    const auto found
        = std::ranges::find_if(tokenTable, [token](const KnownToken &known) { return token == known.token; });
    return found == std::end(tokenTable) ? nullptr : found;
}

} // namespace rowlift::dotdigital
