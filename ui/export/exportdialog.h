// SPDX-License-Identifier: MIT
#pragma once

#include "ui/export/exportjob.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace porthole {

class Feed;
class LogView;
class Strip;

/// Asks which rows of the log go where in which format, and writes them while it shows how far it is.
/// Threads: the GUI's. Lifetime: feed and view outlive it.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(Feed &feed, LogView &view, QWidget *parent = nullptr);

    QLineEdit *file() const { return m_file; }
    QComboBox *rows() const { return m_rows; }
    QComboBox *format() const { return m_format; }
    QString problem() const;

Q_SIGNALS:
    void exported(const QString &sentence); ///< what was written

private:
    enum Rows { Selected, Shown, All };

    void layOut();
    void fill();
    void changeFormat();
    void browse();
    void start();
    void showRunning(bool running);
    void finish(qsizetype rows, const QString &problem);
    QList<LogRow> gather() const;
    QHash<ClientId, ExportClient> clientsOf(const QList<LogRow> &rows) const;
    QString suffix() const;
    void reject() override;

    Feed &m_feed;
    LogView &m_view;
    QComboBox *m_rows;
    QComboBox *m_format;
    QLineEdit *m_file;
    QPushButton *m_browse;
    QCheckBox *m_mask;
    Strip *m_strip;
    QProgressBar *m_progress;
    QPushButton *m_export;
    ExportJob m_job;
    QString m_replaces; ///< the file that was said to be there already
    bool m_running = false;
};

} // namespace porthole
