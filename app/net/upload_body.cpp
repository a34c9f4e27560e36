#include "app/net/upload_body.h"

#include <QBuffer>

namespace rowlift {

UploadBody::UploadBody(std::unique_ptr<QIODevice> inner)
    : m_inner(std::move(inner))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

std::unique_ptr<UploadBody> UploadBody::ofBytes(const QByteArray &bytes)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return std::unique_ptr<UploadBody>(new UploadBody(std::move(buffer)));
}

bool UploadBody::reset()
{
    return !m_touched && size() > 0 && QIODevice::reset(); // nobody reads an empty one before it is sent
}

qint64 UploadBody::readData(char *data, qint64 longest)
{
    m_touched = true;
    if (m_inner->pos() != pos() && !m_inner->seek(pos()))
        return -1;
    return m_inner->read(data, longest);
}

} // namespace rowlift
