#include "app/practice/salesforce/replies.h"

#include "app/practice/json_text.h"

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

Response errorReply(int status, const QByteArray &code, const QByteArray &message,
                    const QByteArrayList &fields)
{
    JsonText error;
    error.text("message", message).text("errorCode", code);
    if (!fields.isEmpty()) {
        QByteArrayList quoted;
        for (const QByteArray &field : fields)
            quoted.append(jsonString(field));
        error.raw("fields"_ba, jsonArray(quoted));
    }
    return Response::json(status, jsonArray({ error.object() }));
}

Response notFound()
{
    return errorReply(404, "NOT_FOUND"_ba, "The requested resource does not exist"_ba);
}

Response methodNotAllowed()
{
    return errorReply(405, "METHOD_NOT_ALLOWED"_ba, "HTTP method not allowed for this resource"_ba);
}

} // namespace rowlift::practice::salesforce
