// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>
#include <QObject>
#include <QPalette>

namespace porthole {

enum class ThemeChoice { System, Light, Dark };

/// The look of the whole application: style, palette and size of text; remembers what was chosen.
/// Threads: the GUI's. Lifetime: the window's; there is one. PORTHOLE_THEME (light or dark) wins over what is
/// remembered.
class Theme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    explicit Theme(QObject *parent = nullptr);
    ~Theme() override; ///< gives the application its own size of text back

    ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);
    int textScale() const { return m_textScale; } ///< per cent
    void setTextScale(int percent);               ///< 75 to 200
    void systemChanged();                         ///< the system's palette is another now

    static QPalette lightPalette();
    static QPalette darkPalette();
    /// The fixed-pitch font at the application's size.
    static QFont fixedFont();

private:
    void apply();
    void applyFont();

    ThemeChoice m_choice = ThemeChoice::System;
    QFont m_baseFont;
    int m_textScale = 100;
    bool m_systemIsDark = false;
    bool m_applying = false;
};

} // namespace porthole
