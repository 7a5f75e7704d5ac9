// SPDX-License-Identifier: MIT
#include "ui/shared/colours.h"

namespace porthole {

static Colours light()
{
    return {
        .border = QColor(0xd8dfe5),
        .card = QColor(0xffffff),
        .muted = QColor(0x5a6977),
        .tint = QColor(0xd8ebf1),
        .hover = QColor(0xeef3f6),
        .accent = QColor(0x12708a),
        .in = QColor(0x1c66b4),
        .out = QColor(0x97570a),
        .good = QColor(0x1d7f46),
        .warn = QColor(0x8f5c00),
        .bad = QColor(0xb42318),
        .warnTint = QColor(0xfdf3dc),
        .badTint = QColor(0xfde8e6),
        .jsonKey = QColor(0x12708a),
        .jsonString = QColor(0x1d7f46),
        .jsonNumber = QColor(0x97570a),
        .jsonLiteral = QColor(0x7a3e9d),
    };
}

static Colours dark()
{
    return {
        .border = QColor(0x2c3842),
        .card = QColor(0x151c22),
        .muted = QColor(0x93a3b1),
        .tint = QColor(0x1d4252),
        .hover = QColor(0x202a32),
        .accent = QColor(0x52b8d2),
        .in = QColor(0x74b3f2),
        .out = QColor(0xe3a455),
        .good = QColor(0x5cc98a),
        .warn = QColor(0xe6b450),
        .bad = QColor(0xf2837a),
        .warnTint = QColor(0x3a2f16),
        .badTint = QColor(0x42211f),
        .jsonKey = QColor(0x63c3db),
        .jsonString = QColor(0x86cf9f),
        .jsonNumber = QColor(0xe3a455),
        .jsonLiteral = QColor(0xc79be6),
    };
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

const Colours &colours(const QPalette &palette)
{
    static const Colours lightSet = light();
    static const Colours darkSet = dark();
    return isDark(palette) ? darkSet : lightSet;
}

QColor faded(QColor colour, double opacity)
{
    colour.setAlphaF(float(opacity));
    return colour;
}

} // namespace porthole
