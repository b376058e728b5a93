import QtQuick.Controls.Basic

ApplicationWindow {
    height: 844
    visible: true
    width: 390
}
