// SPDX-License-Identifier: MIT
#pragma once

#include "ui/filter/filter.h"

#include <QLineEdit>
#include <QTimer>

class QCompleter;
class QStandardItemModel;

namespace porthole {

/// The field a list is filtered with: a glass, a cross that empties it, Escape too. It speaks a moment after the last
/// key. What cannot be read is underlined where it is wrong, said in errorChanged(), and leaves the filter as it was.
/// Names of fields are offered as they are typed.
class FilterEdit final : public QLineEdit
{
    Q_OBJECT

public:
    /// `name` is what it filters, for the placeholder and for those who do not see it.
    FilterEdit(const QString &name, FilterFields fields, QWidget *parent = nullptr);

    const Filter &filter() const { return m_filter; } ///< the last one that could be read
    const FilterError &error() const { return m_error; }
    /// As if it had been typed, at once.
    void apply(const QString &text);
    QCompleter *offers() const { return m_completer; }

Q_SIGNALS:
    void filtered(const porthole::Filter &filter);
    void errorChanged(const QString &sentence); ///< empty when there is none
    void left();                                ///< Down or Return: on to the list

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void setUpActions();
    void setUpCompleter();
    void typed();
    void read();
    void flush();
    void showError();
    void offer();
    bool isOffering() const;
    void take(const QModelIndex &offered);
    int xOf(qsizetype position) const;

    FilterFields m_fields;
    Filter m_filter;
    FilterError m_found; ///< not said yet while the person goes on typing
    FilterError m_error;
    QCompleter *m_completer;
    QStandardItemModel *m_offers;
    qsizetype m_offersFrom = 0;
    QAction *m_sign;
    QAction *m_clearing;
    QTimer m_delay;
    QTimer m_patience;
};

} // namespace porthole
