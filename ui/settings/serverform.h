// SPDX-License-Identifier: MIT
#pragma once

#include "server/monitor/monitor.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace porthole {

/// Fields for settings of the server, each with a sentence below it when it cannot be so.
/// Threads: the GUI's. Errors: isGood() is false while a field is wrong.
class ServerForm final : public QWidget
{
    Q_OBJECT

public:
    enum class Part { Place, Limits };

    ServerForm(Part part, const ServerSetup &setup, const QStringList &handlers, QWidget *parent = nullptr);

    bool isGood() const;
    void writeTo(ServerSetup &setup) const; ///< what is wrong is left as it is there

Q_SIGNALS:
    void changed();

private:
    struct Field
    {
        QString setting; ///< empty for the handler
        std::function<QString()> value;
        QLabel *problem;
        QString hint; ///< how it is written
    };

    void addPlace(const QStringList &handlers);
    void addLimits();
    QLineEdit *addText(const QString &setting, const QString &label, const QString &hint);
    void addNumber(const QString &setting, const QString &label, int most, const QString &zero);
    QComboBox *addChoice(const QString &setting, const QString &label, const QStringList &values,
                         const QStringList &names);
    void add(const QString &setting, const QString &label, QWidget *editor, std::function<QString()> value,
             const QString &hint);
    void check();

    ServerSetup m_setup;
    QFormLayout *m_form;
    QList<Field> m_fields;
};

} // namespace porthole
