// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractItemModel>
#include <QByteArray>

#include <memory>
#include <vector>

namespace porthole {

/// A JSON text as a tree of members and elements. Every value keeps the bytes it came with: nothing is reordered, no
/// number is rounded. What is within a value is read when somebody asks for it.
/// Threads: the GUI's. Errors: the text must have passed JsonText::check().
class JsonTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JsonTreeModel)

public:
    enum Role { KeyRole = Qt::UserRole, ValueRole, TypeRole };
    enum Type { String, Number, Literal, Container };
    static constexpr int mostChildren = 20'000; ///< of one value; the text shows all

    explicit JsonTreeModel(QObject *parent = nullptr);
    ~JsonTreeModel() override;

    void setJson(const QByteArray &utf8);
    QByteArray bytesOf(const QModelIndex &index) const; ///< of the value, as they came
    QString pathOf(const QModelIndex &index) const;     ///< as filters name it: json.items.0.id

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex & = {}) const override { return 1; }
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Node;

    Node *node(const QModelIndex &index) const;
    static void read(Node &parent); ///< its children, unless they are there already
    QString valueText(const Node &node) const;
    static Type typeOf(const Node &node);

    QByteArray m_json;
    std::unique_ptr<Node> m_top; ///< its only child is the whole value
};

} // namespace porthole
