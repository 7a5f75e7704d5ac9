// SPDX-License-Identifier: MIT
#pragma once

#include "server/monitor/monitor.h"

#include <QWidget>

namespace porthole {

/// A small round light: the server runs, stops, is stopped or failed. The words stand beside it, never only a colour.
class StateLight final : public QWidget
{
    Q_OBJECT

public:
    explicit StateLight(QWidget *parent = nullptr);

    void setPhase(ServerPhase phase);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ServerPhase m_phase = ServerPhase::Stopped;
};

} // namespace porthole
