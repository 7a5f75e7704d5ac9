// SPDX-License-Identifier: MIT
#include "ui/detail/jsontreemodel.h"

#include "ui/filter/jsonreader.h"
#include "ui/filter/jsonvalue.h"
#include "ui/messages/preview.h"
#include "ui/shared/format.h"

#include <algorithm>
#include <utility>

namespace porthole {

static constexpr qsizetype shownBytes = 400;

struct JsonTreeModel::Node
{
    Node *parent = nullptr;
    int row = 0;
    QByteArrayView key = {}; ///< with its quotes; empty for an element
    QByteArrayView value = {};
    bool isRead = false;
    bool isCut = false; ///< has more children than are shown
    std::vector<std::unique_ptr<Node>> children = {};

    bool isContainer() const { return !value.isEmpty() && (value.front() == '{' || value.front() == '['); }
    bool isEmptyContainer() const
    {
        JsonReader reader(value);
        return !reader.take('{') && !reader.take('[') ? false : reader.peek() == '}' || reader.peek() == ']';
    }
};

JsonTreeModel::JsonTreeModel(QObject *parent) : QAbstractItemModel(parent), m_top(std::make_unique<Node>()) { }

JsonTreeModel::~JsonTreeModel() = default;

void JsonTreeModel::setJson(const QByteArray &utf8)
{
    beginResetModel();
    m_json = utf8;
    m_top = std::make_unique<Node>();
    m_top->isRead = true;
    auto whole = std::make_unique<Node>();
    whole->parent = m_top.get();
    whole->value = JsonReader(m_json).value();
    if (!whole->value.isEmpty())
        m_top->children.push_back(std::move(whole));
    endResetModel();
}

JsonTreeModel::Node *JsonTreeModel::node(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_top.get();
}

void JsonTreeModel::read(Node &parent)
{
    if (std::exchange(parent.isRead, true) || !parent.isContainer())
        return;
    JsonReader reader(parent.value);
    const bool isObject = reader.take('{');
    if (!isObject)
        reader.take('[');
    while (!reader.atEnd() && reader.peek() != '}' && reader.peek() != ']') {
        auto child = std::make_unique<Node>();
        child->parent = &parent;
        child->row = int(parent.children.size());
        if (isObject) {
            child->key = reader.value();
            reader.take(':');
        }
        child->value = reader.value();
        if (child->value.isEmpty() || int(parent.children.size()) >= mostChildren) {
            parent.isCut = true;
            break;
        }
        parent.children.push_back(std::move(child));
        reader.take(',');
    }
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    Node *above = node(parent);
    read(*above);
    if (row < 0 || row >= int(above->children.size()) || column != 0)
        return {};
    return createIndex(row, column, above->children[size_t(row)].get());
}

QModelIndex JsonTreeModel::parent(const QModelIndex &index) const
{
    Node *above = index.isValid() ? node(index)->parent : nullptr;
    return above && above != m_top.get() ? createIndex(above->row, 0, above) : QModelIndex();
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    Node *above = node(parent);
    read(*above);
    return int(above->children.size());
}

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    const Node *above = node(parent);
    return above == m_top.get() ? !above->children.empty() : above->isContainer() && !above->isEmptyContainer();
}

JsonTreeModel::Type JsonTreeModel::typeOf(const Node &node)
{
    switch (node.value.front()) {
    case '"': return String;
    case '{':
    case '[': return Container;
    case 't':
    case 'f':
    case 'n': return Literal;
    default: return Number;
    }
}

QString JsonTreeModel::valueText(const Node &node) const
{
    if (!node.isContainer()) {
        const qsizetype used = utf8Cut(node.value, shownBytes);
        const QString text = visible(QString::fromUtf8(node.value.first(used)));
        const qsizetype rest = node.value.size() - used;
        return rest > 0 ? tr("%1 … (%2 more)").arg(text, Format::bytes(rest)) : text;
    }
    const bool isObject = node.value.front() == '{';
    if (node.isEmptyContainer())
        return isObject ? QStringLiteral("{ }") : QStringLiteral("[ ]");
    const QString signs = isObject ? QStringLiteral("{ %1 }") : QStringLiteral("[ %1 ]");
    if (!node.isRead)
        return signs.arg(QChar(0x2026));
    const QString count = Format::count(node.children.size());
    return signs.arg(node.isCut ? count + QChar(0x2026) : count);
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node &here = *node(index);
    const QString key = here.parent == m_top.get() ? QString()
        : here.key.isEmpty()                       ? QString::number(here.row)
                                                   : visible(jsonString(here.key));
    switch (role) {
    case Qt::DisplayRole: return key.isEmpty() ? valueText(here) : key + QStringLiteral(": ") + valueText(here);
    case Qt::ToolTipRole: return pathOf(index);
    case KeyRole: return key;
    case ValueRole: return valueText(here);
    case TypeRole: return typeOf(here);
    default: return {};
    }
}

QByteArray JsonTreeModel::bytesOf(const QModelIndex &index) const
{
    return index.isValid() ? node(index)->value.toByteArray() : QByteArray();
}

QString JsonTreeModel::pathOf(const QModelIndex &index) const
{
    QString path;
    for (const Node *at = node(index); at->parent && at->parent != m_top.get(); at = at->parent) {
        const QString name = at->key.isEmpty() ? QString::number(at->row) : jsonString(at->key);
        const bool isPlain = std::all_of(name.begin(), name.end(), [](QChar c) {
            return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('-');
        });
        path.prepend(QLatin1Char('.')
                     + (isPlain && !name.isEmpty() ? name : QLatin1Char('"') + name + QLatin1Char('"')));
    }
    return QStringLiteral("json") + path;
}

} // namespace porthole
