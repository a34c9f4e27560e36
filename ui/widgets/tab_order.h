#pragma once

class QWidget;

namespace rowlift::ui {

/// Lets Tab visit what is shown inside the widget in the order of the layouts. Qt puts what is made later
/// (answers of an account, notices, rows) at the end of the whole window, wherever it stands.
void orderTabs(QWidget *root);

} // namespace rowlift::ui
