#pragma once

#include "app/mapping/profile.h"

#include <QAbstractListModel>
#include <QListView>

#include <vector>

namespace rowlift::ui {

/// Saved profiles as rows of two lines.
class ProfileModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { SecondLineRole = Qt::UserRole, LastUsedRole };

    using QAbstractListModel::QAbstractListModel;

    /// \a now says how long ago each was used. In UTC.
    void setProfiles(const std::vector<Profile> &profiles, const QDateTime &now);
    [[nodiscard]] const Profile &profile(int row) const { return m_profiles[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<Profile> m_profiles;
    QDateTime m_now;
};

/// Start's list of profiles. Enter, Space or a click takes one.
class ProfileList : public QListView {
    Q_OBJECT

public:
    explicit ProfileList(QWidget *parent = nullptr);

    void setProfiles(const std::vector<Profile> &profiles, const QDateTime &now);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const rowlift::Profile &profile);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void take(const QModelIndex &index);

    ProfileModel *m_model;
};

} // namespace rowlift::ui
