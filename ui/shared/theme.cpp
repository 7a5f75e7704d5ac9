// SPDX-License-Identifier: MIT
#include "ui/shared/theme.h"

#include "ui/shared/colours.h"
#include "ui/shared/style/portholestyle.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QScopedValueRollback>
#include <QSettings>

#include <algorithm>

namespace porthole {

static constexpr QLatin1String choiceKey("look/theme");
static constexpr QLatin1String scaleKey("look/textScale");

static ThemeChoice choiceFrom(const QString &name)
{
    if (name == QLatin1String("light"))
        return ThemeChoice::Light;
    return name == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::System;
}

static QString nameOf(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light: return QStringLiteral("light");
    case ThemeChoice::Dark: return QStringLiteral("dark");
    case ThemeChoice::System: break;
    }
    return QStringLiteral("system");
}

/// Without a desktop's settings Qt falls back to a generic family; a quieter one reads better in dense tables.
static QFont readableFont(QFont font)
{
    static const QStringList generic{QStringLiteral("Sans Serif"), QStringLiteral("Sans"),
                                     QStringLiteral("DejaVu Sans"), QStringLiteral("Helvetica"), QString()};
    if (!generic.contains(font.family()))
        return font;
    const QStringList installed = QFontDatabase::families();
    for (const char *family : {"Inter", "Noto Sans", "Open Sans", "Liberation Sans"}) {
        if (installed.contains(QLatin1String(family))) {
            font.setFamilies({QLatin1String(family)});
            font.setPointSizeF(std::max(10.0, font.pointSizeF()));
            return font;
        }
    }
    return font;
}

static void setDisabled(QPalette &palette, const QColor &text)
{
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, text);
}

Theme::Theme(QObject *parent) : QObject(parent), m_baseFont(readableFont(QApplication::font()))
{
    const QSettings settings;
    const QString fromOutside = qEnvironmentVariable("PORTHOLE_THEME");
    m_choice = choiceFrom(fromOutside.isEmpty() ? settings.value(choiceKey).toString() : fromOutside);
    m_textScale = std::clamp(settings.value(scaleKey, 100).toInt(), 75, 200);
    if (!qobject_cast<PortholeStyle *>(QApplication::style()))
        QApplication::setStyle(new PortholeStyle);
    applyFont();
    systemChanged();
}

Theme::~Theme() { QApplication::setFont(m_baseFont); }

void Theme::setChoice(ThemeChoice choice)
{
    m_choice = choice;
    QSettings().setValue(choiceKey, nameOf(choice));
    apply();
}

void Theme::setTextScale(int percent)
{
    m_textScale = std::clamp(percent, 75, 200);
    QSettings().setValue(scaleKey, m_textScale);
    applyFont();
}

void Theme::systemChanged()
{
    if (m_applying)
        return;
    const QScopedValueRollback guard(m_applying, true);
    QApplication::setPalette(QPalette());
    m_systemIsDark = isDark(QApplication::palette());
    apply();
}

void Theme::apply()
{
    const bool dark = m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_systemIsDark);
    QApplication::setPalette(dark ? darkPalette() : lightPalette());
}

void Theme::applyFont()
{
    QFont font = m_baseFont;
    font.setPointSizeF(m_baseFont.pointSizeF() * m_textScale / 100);
    QApplication::setFont(font);
}

QPalette Theme::lightPalette()
{
    QPalette palette(QColor(0x1b2733), QColor(0xffffff), QColor(0xffffff), QColor(0x9aa7b2), QColor(0xc9d2d9),
                     QColor(0x1b2733), QColor(0xffffff), QColor(0xffffff), QColor(0xeff2f5));
    palette.setColor(QPalette::Midlight, QColor(0xe6ebef));
    palette.setColor(QPalette::Shadow, QColor(0x5b6b7a));
    palette.setColor(QPalette::AlternateBase, QColor(0xf7f9fa));
    palette.setColor(QPalette::Highlight, QColor(0x12708a));
    palette.setColor(QPalette::HighlightedText, QColor(0xffffff));
    palette.setColor(QPalette::Link, QColor(0x0f6a85));
    palette.setColor(QPalette::LinkVisited, QColor(0x5d4a8a));
    palette.setColor(QPalette::PlaceholderText, QColor(0x677583));
    palette.setColor(QPalette::ToolTipBase, QColor(0x1f2d39));
    palette.setColor(QPalette::ToolTipText, QColor(0xf2f6f8));
    setDisabled(palette, QColor(0x97a3ae));
    return palette;
}

QPalette Theme::darkPalette()
{
    QPalette palette(QColor(0xdde5eb), QColor(0x212b34), QColor(0x33414d), QColor(0x0a0e12), QColor(0x2f3b46),
                     QColor(0xdde5eb), QColor(0xffffff), QColor(0x151c22), QColor(0x0f1418));
    palette.setColor(QPalette::Midlight, QColor(0x26313a));
    palette.setColor(QPalette::Shadow, QColor(0x05080a));
    palette.setColor(QPalette::AlternateBase, QColor(0x1a2229));
    palette.setColor(QPalette::Highlight, QColor(0x1d7a96));
    palette.setColor(QPalette::HighlightedText, QColor(0xffffff));
    palette.setColor(QPalette::Link, QColor(0x63c3db));
    palette.setColor(QPalette::LinkVisited, QColor(0xb9a4e6));
    palette.setColor(QPalette::PlaceholderText, QColor(0x8898a6));
    palette.setColor(QPalette::ToolTipBase, QColor(0x2a3742));
    palette.setColor(QPalette::ToolTipText, QColor(0xe8eef2));
    setDisabled(palette, QColor(0x5f6e7b));
    return palette;
}

QFont Theme::fixedFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(QApplication::font().pointSizeF() * 0.94);
    return font;
}

} // namespace porthole
