// SPDX-License-Identifier: MIT
#pragma once

#include "ui/messages/messagelog.h"
#include "ui/shared/theme.h"

#include <QString>

namespace porthole {

/// What a person chose for the window, remembered in QSettings. A value.
struct Preferences
{
    QString language; ///< de, zh_CN; empty is the system's
    ThemeChoice theme = ThemeChoice::System;
    int textScale = 100; ///< per cent
    LogCaps log;
    bool readOnly = false;
    bool notify = false; ///< tells of clients that were closed for a fault

    /// Theme, size of text and read-only are remembered by those who keep them.
    static Preferences read();
    void write() const;
};

} // namespace porthole
