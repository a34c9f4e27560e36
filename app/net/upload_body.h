#pragma once

#include <QIODevice>

#include <memory>

namespace rowlift {

/// What a request sends, and a guard: once a byte of it was read, or when there is none, it cannot be
/// rewound.
///
/// Qt quietly sends a request again when the connection breaks before the answer; a body that refuses to
/// rewind turns that into an error, so that nothing is sent twice unless we decide it. It is random-access,
/// since Qt reads sequential bodies whole into memory first.
class UploadBody : public QIODevice {
public:
    static std::unique_ptr<UploadBody> ofBytes(const QByteArray &bytes);

    bool touched() const { return m_touched; }
    qint64 size() const override { return m_inner->size(); }
    bool reset() override;

protected:
    qint64 readData(char *data, qint64 longest) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    explicit UploadBody(std::unique_ptr<QIODevice> inner);

    std::unique_ptr<QIODevice> m_inner;
    bool m_touched = false;
};

} // namespace rowlift
