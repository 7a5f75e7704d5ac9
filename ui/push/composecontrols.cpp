// SPDX-License-Identifier: MIT
// The controls of the compose bar: made, laid out and connected.
#include "ui/push/composebar.h"
#include "ui/push/drafteditor.h"
#include "ui/push/outcome.h"
#include "ui/shared/colours.h"
#include "ui/shared/icons.h"
#include "ui/shared/widgets/buttons.h"
#include "ui/shared/widgets/elidedlabel.h"
#include "ui/shared/widgets/strip.h"

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace porthole {

static constexpr QLatin1String everyKey("push/repeatEvery");

static QString keyOf(const QAction *action) { return action->shortcut().toString(QKeySequence::NativeText); }

void ComposeBar::makeControls()
{
    m_target = new QComboBox;
    m_room = new QComboBox;
    m_kind = new QComboBox;
    m_editor = new DraftEditor;
    m_status = new ElidedLabel;
    m_question = new Strip;
    m_historyMenu = new QMenu(this);
    m_target->addItems({QString(), QString(), QString(), QString()});
    m_kind->addItems({tr("Text"), tr("JSON"), tr("Hex"), tr("Base64"), tr("File"), tr("File as text"), tr("Ping")});
    m_target->setAccessibleName(tr("Receivers"));
    m_room->setAccessibleName(tr("Room"));
    m_kind->setAccessibleName(tr("Kind of message"));
    m_editor->setAccessibleName(tr("Message"));
    m_editor->setAccessibleDescription(tr("In text and JSON these stand for something else in each message: %1")
                                           .arg(Variables::names().join(QLatin1Char(' '))));
    m_status->setAccessibleName(tr("What became of the message"));

    m_pushAction = new QAction(icon(QStringLiteral("push")), tr("&Push"), this);
    m_pushAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_savedAction = new QAction(icon(QStringLiteral("saved")), tr("&Saved messages…"), this);
    m_savedAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_S));
    m_repeatAction = new QAction(icon(QStringLiteral("repeat")), tr("&Repeat until stopped"), this);
    m_repeatAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    m_repeatAction->setCheckable(true);

    m_push = primaryButton(tr("Push"), icon(QStringLiteral("push"), Tint::OnAccent));
    m_push->setToolTip(tr("Push the message (%1)").arg(keyOf(m_pushAction)));
    m_file = toolButton(icon(QStringLiteral("folder")), tr("Choose a file…"));
    m_historyButton = toolButton(icon(QStringLiteral("history"), Tint::Muted), tr("Messages pushed before"));
    m_historyButton->setMenu(m_historyMenu);
    m_historyButton->setPopupMode(QToolButton::InstantPopup);
    m_savedButton =
        toolButton(icon(QStringLiteral("saved"), Tint::Muted), tr("Saved messages (%1)").arg(keyOf(m_savedAction)));
    m_repeat = toolButton(icon(QStringLiteral("repeat"), Tint::Muted),
                          tr("Repeat until stopped (%1)").arg(keyOf(m_repeatAction)));
    m_repeat->setCheckable(true);
    m_every = new QSpinBox;
    m_every->setRange(10, 3'600'000);
    m_every->setSingleStep(100);
    m_every->setSuffix(tr(" ms"));
    m_every->setValue(QSettings().value(everyKey, 1000).toInt());
    m_every->setAccessibleName(tr("Time between repetitions"));
    m_every->setToolTip(m_every->accessibleName());
    m_every->hide();
}

void ComposeBar::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_question->setRounded(true);
    column->addWidget(m_question);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    column->addLayout(grid);
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(2);
    for (QWidget *tool : std::initializer_list<QWidget *>{m_file, m_historyButton, m_savedButton, m_repeat, m_every})
        tools->addWidget(tool);
    m_room->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_room->setMaximumWidth(fontMetrics().averageCharWidth() * 32);
    auto *targets = new QHBoxLayout;
    targets->setSpacing(8);
    targets->addWidget(m_target);
    targets->addWidget(m_room);
    grid->addLayout(targets, 0, 0, Qt::AlignTop);
    grid->addWidget(m_kind, 0, 1, Qt::AlignTop);
    grid->addWidget(m_editor, 0, 2);
    grid->addLayout(tools, 0, 3, Qt::AlignTop);
    grid->addWidget(m_push, 0, 4, Qt::AlignTop);
    grid->addWidget(m_status, 1, 2, 1, 3);
    grid->setColumnStretch(2, 1);

    auto *yes = primaryButton(tr("Push"));
    auto *no = new QPushButton(tr("Cancel"));
    m_question->addControl(yes);
    m_question->addControl(no);
    yes->setObjectName(QStringLiteral("confirmPush"));
    connect(yes, &QPushButton::clicked, this, &ComposeBar::send);
    connect(no, &QPushButton::clicked, this, [this] {
        check();
        focusEditor();
    });
}

void ComposeBar::connectControls()
{
    connect(m_pushAction, &QAction::triggered, this, &ComposeBar::push);
    connect(m_push, &QPushButton::clicked, this, &ComposeBar::push);
    connect(m_editor, &DraftEditor::sendWanted, this, &ComposeBar::push);
    connect(m_editor, &DraftEditor::olderWanted, this, [this] { walk(m_history.older(draft())); });
    connect(m_editor, &DraftEditor::newerWanted, this, [this] { walk(m_history.newer()); });
    connect(m_editor, &DraftEditor::fileDropped, this, &ComposeBar::takeFile);
    connect(m_editor, &QPlainTextEdit::textChanged, this, &ComposeBar::check);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ComposeBar::check);
    connect(m_target, &QComboBox::currentIndexChanged, this, &ComposeBar::check);
    connect(m_room, &QComboBox::currentIndexChanged, this, [this] {
        nameTargets();
        check();
    });
    connect(m_file, &QToolButton::clicked, this, &ComposeBar::chooseFile);
    connect(m_historyMenu, &QMenu::aboutToShow, this, [this] { fillHistory(m_historyMenu); });
    connect(m_savedButton, &QToolButton::clicked, m_savedAction, &QAction::trigger);
    connect(m_savedAction, &QAction::triggered, this, &ComposeBar::showSaved);
    connect(m_repeat, &QToolButton::toggled, m_repeatAction, &QAction::setChecked);
    connect(m_repeatAction, &QAction::toggled, m_repeat, &QToolButton::setChecked);
    connect(m_repeatAction, &QAction::toggled, m_every, &QWidget::setVisible);
    connect(m_every, &QSpinBox::valueChanged, this, [](int value) { QSettings().setValue(everyKey, value); });
    connect(&m_operations, &Operations::readOnlyChanged, this, &ComposeBar::check);
    connect(&m_delivery, &Delivery::ended, this, &ComposeBar::ended);
    connect(&m_delivery, &Delivery::roundFinished, this, [this](const ActionResult &) {
        if (!m_delivery.isRepeating())
            return;
        const QString rounds = tr("pushed %Ln time(s)", nullptr, m_delivery.rounds());
        showOutcome(QStringLiteral("%1 · %2").arg(rounds, Outcome::ofPush(m_delivery.total())), m_delivery.total());
    });
}

void ComposeBar::fillMenu(QMenu *menu)
{
    menu->addAction(m_pushAction);
    menu->addAction(m_repeatAction);
    menu->addSeparator();
    menu->addAction(m_savedAction);
    QMenu *history = menu->addMenu(icon(QStringLiteral("history")), tr("Pushed &before"));
    connect(history, &QMenu::aboutToShow, this, [this, history] { fillHistory(history); });
    QMenu *variables = menu->addMenu(tr("Insert a &variable"));
    for (const QString &name : Variables::names()) {
        connect(variables->addAction(name), &QAction::triggered, this, [this, name] {
            m_editor->insertPlainText(name);
            focusEditor();
        });
    }
    connect(menu->addAction(icon(QStringLiteral("folder")), tr("Push a &file…")), &QAction::triggered, this,
            &ComposeBar::chooseFile);
}

void ComposeBar::fillHistory(QMenu *menu)
{
    static constexpr int shown = 20;
    menu->clear();
    const QList<Draft> &drafts = m_history.drafts();
    for (auto each = drafts.crbegin(); each != drafts.crend() && menu->actions().size() < shown; ++each) {
        const QString line = each->text.simplified().replace(QLatin1Char('&'), QLatin1String("&&"));
        QAction *action =
            menu->addAction(fontMetrics().elidedText(line, Qt::ElideRight, fontMetrics().averageCharWidth() * 60));
        connect(action, &QAction::triggered, this, [this, draft = *each] { walk(draft); });
    }
    if (drafts.isEmpty())
        menu->addAction(tr("Nothing was pushed yet"))->setEnabled(false);
}

void ComposeBar::chooseFile()
{
    auto *dialog = new QFileDialog(window(), tr("Push a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ComposeBar::takeFile);
    dialog->open();
}

} // namespace porthole
