// SPDX-License-Identifier: MIT
#pragma once

#include <QTableView>
#include <QVariantList>

namespace porthole {

/// The table that all lists are made of: whole rows, no grid, height and widths from the font, columns that can be
/// chosen in the header's menu and are remembered, a sentence where there are no rows. Home and End go to the first and
/// the last row.
class TableView : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TableView)

public:
    /// `name` is the key its columns are remembered under.
    explicit TableView(const QString &name, QWidget *parent = nullptr);
    ~TableView() override;

    void setPlaceholder(const QString &text);
    /// One text a column that should just fit, and whether the column is shown until the user says otherwise.
    void setColumns(const QStringList &samples, const QList<bool> &shown);
    QString widest(const QStringList &texts) const; ///< as its font shows them, whatever the language
    void enter();                                   ///< gives it the focus, and the keyboard a row to begin with
    void resetColumns();                            ///< as setColumns said
    int wantedWidth() const;                        ///< of the columns that are shown at first
    int hoverRow() const { return m_hoverRow; }
    /// First and last row in sight; first is -1 when there are none.
    std::pair<int, int> rowsInSight() const;
    /// What Ctrl+C puts on the clipboard: the shown columns of the selected rows, tabs between them.
    virtual QString selectedText() const;

public Q_SLOTS:
    void copySelection();

protected:
    void initViewItemOption(QStyleOptionViewItem *option) const override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void setHoverRow(int row);
    void applyRowHeight();
    void applyDefaultColumns();
    void widen(const QVariantList &fittingThen);
    void scaleColumns(double factor);
    int lastShown() const; ///< the column that takes the room that is left
    void showColumnMenu(const QPoint &at);
    void save() const;
    QString settingsKey() const;

    QString m_name;
    QString m_placeholder;
    QStringList m_samples;
    QList<bool> m_shown;
    QList<int> m_wanted; ///< widths that fit the samples
    int m_hoverRow = -1;
    int m_textHeight = 0;
};

} // namespace porthole
