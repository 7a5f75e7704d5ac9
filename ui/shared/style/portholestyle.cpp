// SPDX-License-Identifier: MIT
#include "ui/shared/style/portholestyle.h"

#include "ui/shared/colours.h"
#include "ui/shared/style/stylepaint.h"

#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QMenu>
#include <QPainter>
#include <QStyleFactory>

#include <algorithm>

namespace porthole {

static constexpr int fieldPadding = 6;

static bool isPrimary(const QWidget *widget) { return widget && widget->property("primary").toBool(); }

static bool isPill(const QWidget *widget) { return widget && widget->property("pill").toBool(); }

/// Left and right of an icon with text beside it.
static int textPadding(const QStyleOption *option, const QWidget *widget)
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (!button || button->toolButtonStyle != Qt::ToolButtonTextBesideIcon)
        return 0;
    return isPill(widget) ? 8 : 4;
}

static int unit(const QStyleOption *option, const QWidget *widget)
{
    return option ? option->fontMetrics.height() : widget ? widget->fontMetrics().height() : 16;
}

PortholeStyle::PortholeStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) { }

int PortholeStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const int text = unit(option, widget);
    switch (metric) {
    case PM_ScrollBarExtent: return std::max(12, text * 3 / 4);
    case PM_ScrollBarSliderMin: return text * 2;
    case PM_DockWidgetSeparatorExtent: return 8;
    case PM_SplitterWidth: return 8;
    case PM_DockWidgetTitleMargin: return 4;
    case PM_TabBarTabHSpace: return text * 3 / 2;
    case PM_TabBarTabVSpace: return text * 3 / 4;
    case PM_TabBarTabOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseHeight:
    case PM_TabBarBaseOverlap: return 0;
    case PM_FocusFrameHMargin:
        if (widget && widget->inherits("QAbstractItemView"))
            return 6;
        break;
    case PM_HeaderMargin: return 7;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize: return std::max(16, text);
    case PM_ToolBarIconSize: return std::max(16, text);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_MenuBarPanelWidth: return 0;
    default: break;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int PortholeStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                             QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition: return 0;
    case SH_EtchDisabledText: return 0;
    case SH_ComboBox_Popup: return 0;
    case SH_Table_GridLineColor: return int(colours(option ? option->palette : QPalette()).border.rgba());
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize PortholeStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                      const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const int control = unit(option, widget) + 14;
    switch (type) {
    case CT_PushButton: size = size.expandedTo({std::max(size.width() + 8, contents.width() + 24), control}); break;
    case CT_ComboBox: size = QSize(size.width() + fieldPadding + 4, std::max(size.height(), control)); break;
    case CT_LineEdit: size.setHeight(std::max(size.height(), control)); break;
    case CT_ToolButton: size = (contents + QSize(10 + 2 * textPadding(option, widget), 10)).expandedTo({26, 26}); break;
    case CT_MenuItem: size.rheight() += 4; break;
    case CT_MenuBarItem: size = contents + QSize(16, 8); break;
    case CT_HeaderSection: size.setHeight(unit(option, widget) + 12); break;
    default: break;
    }
    return size;
}

QRect PortholeStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        return frame && frame->lineWidth > 0 ? rect.adjusted(fieldPadding, 0, -fieldPadding, 0) : rect;
    }
    return rect;
}

QRect PortholeStyle::scrollBarPart(const QStyleOptionSlider *slider, SubControl part, const QWidget *widget) const
{
    const QRect whole = slider->rect;
    const bool horizontal = slider->orientation == Qt::Horizontal;
    const int length = horizontal ? whole.width() : whole.height();
    const qint64 range = qint64(slider->maximum) - slider->minimum;
    const qint64 all = range + slider->pageStep;
    const qint64 share = all > 0 ? qint64(slider->pageStep) * length / all : length;
    const int shortest = std::min(length, pixelMetric(PM_ScrollBarSliderMin, slider, widget));
    const int handle = range ? int(std::clamp<qint64>(share, shortest, length)) : length;
    const int start = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition, length - handle,
                                              slider->upsideDown);
    const auto along = [&](int from, int extent) {
        const QRect rect = horizontal ? QRect(whole.left() + from, whole.top(), extent, whole.height())
                                      : QRect(whole.left(), whole.top() + from, whole.width(), extent);
        return visualRect(slider->direction, whole, rect);
    };
    switch (part) {
    case SC_ScrollBarSlider: return along(start, handle);
    case SC_ScrollBarSubPage: return along(0, start);
    case SC_ScrollBarAddPage: return along(start + handle, length - start - handle);
    case SC_ScrollBarGroove: return whole;
    default: return {};
    }
}

QRect PortholeStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                    const QWidget *widget) const
{
    if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option); slider && control == CC_ScrollBar)
        return scrollBarPart(slider, part, widget);
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return visualRect(option->direction, option->rect,
                          visualRect(option->direction, option->rect, rect).adjusted(fieldPadding - 2, 0, 0, 0));
    if (control == CC_SpinBox && part == SC_SpinBoxEditField)
        return visualRect(option->direction, option->rect,
                          visualRect(option->direction, option->rect, rect).adjusted(fieldPadding - 2, 0, 0, 0));
    return rect;
}

void PortholeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand: stylepaint::button(painter, option, isPrimary(widget)); return;
    case PE_PanelButtonTool:
        if (isPill(widget))
            stylepaint::pill(painter, option);
        else
            stylepaint::toolButton(painter, option);
        return;
    case PE_PanelScrollAreaCorner: painter->fillRect(option->rect, option->palette.base()); return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            stylepaint::field(painter, option);
        return;
    case PE_FrameFocusRect: stylepaint::focusRing(painter, option); return;
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem:
    case PE_FrameDockWidget:
    case PE_IndicatorDockWidgetResizeHandle: return;
    case PE_PanelStatusBar: painter->fillRect(option->rect, option->palette.window()); return;
    case PE_Frame:
        if (widget && widget->inherits("QPlainTextEdit") && widget->property("field").toBool()) {
            QStyleOption framed(*option);
            framed.state.setFlag(State_HasFocus, widget->hasFocus());
            stylepaint::field(painter, &framed);
            return;
        }
        break;
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void PortholeStyle::drawButtonLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (!button)
        return;
    QStyleOptionButton copy(*button);
    const bool enabled = copy.state.testFlag(State_Enabled);
    if (isPrimary(widget) && enabled)
        copy.palette.setColor(QPalette::ButtonText, copy.palette.color(QPalette::HighlightedText));
    if (copy.icon.isNull() || copy.text.isEmpty()) {
        QProxyStyle::drawControl(CE_PushButtonLabel, &copy, painter, widget);
        return;
    }
    const int gap = fieldPadding;
    const int text = copy.fontMetrics.size(Qt::TextShowMnemonic, copy.text).width();
    const QSize sign = copy.iconSize;
    const int left = copy.rect.left() + (copy.rect.width() - sign.width() - gap - text) / 2;
    const QRect signRect(left, copy.rect.top() + (copy.rect.height() - sign.height()) / 2, sign.width(), sign.height());
    const QRect textRect(signRect.right() + 1 + gap, copy.rect.top(), text + 2, copy.rect.height());
    copy.icon.paint(painter, visualRect(copy.direction, copy.rect, signRect), Qt::AlignCenter,
                    enabled ? QIcon::Normal : QIcon::Disabled);
    const int mnemonic =
        styleHint(SH_UnderlineShortcut, option, widget, nullptr) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    drawItemText(painter, visualRect(copy.direction, copy.rect, textRect), Qt::AlignCenter | mnemonic, copy.palette,
                 enabled, copy.text, QPalette::ButtonText);
}

void PortholeStyle::drawToolButtonLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (!button)
        return;
    QStyleOptionToolButton copy(*button);
    const int padding = textPadding(button, widget);
    copy.rect.adjust(padding, 0, -padding, 0);
    if (isPill(widget))
        copy.palette.setColor(QPalette::ButtonText, copy.palette.color(QPalette::HighlightedText));
    QProxyStyle::drawControl(CE_ToolButtonLabel, &copy, painter, widget);
}

void PortholeStyle::drawHeaderLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (!header) {
        return;
    }
    const bool sorted = header->sortIndicator != QStyleOptionHeader::None;
    const QColor ink = sorted ? header->palette.color(QPalette::Text) : colours(header->palette).muted;
    const int margin = pixelMetric(PM_HeaderMargin, option, widget);
    QRect rect = header->rect.adjusted(margin, 0, -margin, 0);
    const int side = header->fontMetrics.height() * 3 / 4;
    const Qt::Alignment where = visualAlignment(header->direction, header->textAlignment);
    if (sorted) {
        const bool atEnd = !where.testFlag(Qt::AlignRight);
        const int used = std::min(rect.width(), header->fontMetrics.horizontalAdvance(header->text));
        const int x = atEnd ? std::min(rect.left() + used + 2, rect.right() - side + 1)
                            : std::max(rect.left(), rect.right() - used - side - 1);
        const QRect arrow(x, rect.top(), side, rect.height());
        stylepaint::chevron(painter, arrow, ink, header->sortIndicator == QStyleOptionHeader::SortDown);
        rect = atEnd ? rect.adjusted(0, 0, -side, 0) : rect.adjusted(side, 0, 0, 0);
    }
    painter->setPen(ink);
    const QString text = header->fontMetrics.elidedText(header->text, Qt::ElideRight, rect.width());
    painter->drawText(rect, int(where | Qt::AlignVCenter) | Qt::TextSingleLine, text);
}

void PortholeStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel: drawButtonLabel(option, painter, widget); return;
    case CE_ToolButtonLabel: drawToolButtonLabel(option, painter, widget); return;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            stylepaint::tab(painter, tab);
        return;
    case CE_HeaderSection: stylepaint::headerSection(painter, option); return;
    case CE_HeaderEmptyArea: stylepaint::headerSection(painter, option); return;
    case CE_Header:
        painter->save();
        painter->setClipRect(option->rect);
        stylepaint::headerSection(painter, option);
        drawHeaderLabel(option, painter, widget);
        painter->restore();
        return;
    case CE_MenuBarEmptyArea: painter->fillRect(option->rect, option->palette.window()); return;
    case CE_MenuBarItem: {
        stylepaint::menuBarItem(painter, option);
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            const int flags = Qt::AlignCenter | Qt::TextSingleLine
                | (styleHint(SH_UnderlineShortcut, option, widget, nullptr) ? Qt::TextShowMnemonic
                                                                            : Qt::TextHideMnemonic);
            drawItemText(painter, item->rect, flags, item->palette, true, item->text, QPalette::WindowText);
        }
        return;
    }
    case CE_Splitter: return;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void PortholeStyle::drawComboBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (!combo) {
        QProxyStyle::drawComplexControl(CC_ComboBox, option, painter, widget);
        return;
    }
    if (combo->editable)
        stylepaint::field(painter, option);
    else
        stylepaint::button(painter, option, false);
    if (!combo->editable && combo->state.testFlag(State_HasFocus) && combo->state.testFlag(State_KeyboardFocusChange))
        stylepaint::focusRing(painter, option);
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    const bool enabled = combo->state.testFlag(State_Enabled);
    const QPalette::ColorGroup group = enabled ? QPalette::Active : QPalette::Disabled;
    const QColor ink = enabled ? colours(combo->palette).muted : combo->palette.color(group, QPalette::ButtonText);
    stylepaint::chevron(painter, arrow, ink, false);
}

void PortholeStyle::drawSpinBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (!spin)
        return;
    stylepaint::field(painter, option);
    for (const bool up : {true, false}) {
        const QRect rect = subControlRect(CC_SpinBox, option, up ? SC_SpinBoxUp : SC_SpinBoxDown, widget);
        const bool enabled = spin->state.testFlag(State_Enabled)
            && spin->stepEnabled.testFlag(up ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled);
        const QColor ink =
            enabled ? colours(spin->palette).muted : spin->palette.color(QPalette::Disabled, QPalette::ButtonText);
        stylepaint::chevron(painter, rect, ink, up);
    }
}

void PortholeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                       const QWidget *widget) const
{
    if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option); slider && control == CC_ScrollBar)
        stylepaint::scrollBar(painter, slider, subControlRect(control, option, SC_ScrollBarSlider, widget));
    else if (control == CC_ComboBox)
        drawComboBox(option, painter, widget);
    else if (control == CC_SpinBox)
        drawSpinBox(option, painter, widget);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void PortholeStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (widget->inherits("QScrollBar") || widget->inherits("QHeaderView") || widget->inherits("QTabBar"))
        widget->setAttribute(Qt::WA_Hover);
}

} // namespace porthole
