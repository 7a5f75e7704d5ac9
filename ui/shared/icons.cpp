// SPDX-License-Identifier: MIT
#include "ui/shared/icons.h"

#include "ui/shared/colours.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

static void initResources() { Q_INIT_RESOURCE(porthole); }

namespace porthole {

static QColor colourOf(Tint tint, QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    if (mode == QIcon::Disabled)
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    const Colours &set = colours(palette);
    switch (tint) {
    case Tint::Text: return palette.color(QPalette::ButtonText);
    case Tint::Muted: return set.muted;
    case Tint::Accent: return set.accent;
    case Tint::In: return set.in;
    case Tint::Out: return set.out;
    case Tint::Good: return set.good;
    case Tint::Warn: return set.warn;
    case Tint::Bad: return set.bad;
    case Tint::OnAccent: return palette.color(QPalette::HighlightedText);
    }
    return {};
}

static QByteArray drawing(const QString &name)
{
    initResources();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qWarning("no icon called %ls", qUtf16Printable(name));
    return file.readAll();
}

class LineIcon final : public QIconEngine
{
public:
    LineIcon(QString name, Tint tint) : m_name(std::move(name)), m_tint(tint) { }

    QIconEngine *clone() const override { return new LineIcon(m_name, m_tint); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap image = scaledPixmap(rect.size() * ratio, mode, state, 1.0);
        image.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect, image);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        const QColor colour = colourOf(m_tint, mode);
        const QString key =
            QStringLiteral("porthole-%1-%2-%3x%4").arg(m_name, colour.name()).arg(size.width()).arg(size.height());
        QPixmap image;
        if (QPixmapCache::find(key, &image))
            return image;
        image = QPixmap(size);
        image.fill(Qt::transparent);
        QSvgRenderer renderer(drawing(m_name).replace("currentColor", colour.name().toLatin1()));
        QPainter painter(&image);
        renderer.render(&painter);
        QPixmapCache::insert(key, image);
        return image;
    }

private:
    QString m_name;
    Tint m_tint;
};

QIcon icon(const QString &name, Tint tint) { return QIcon(new LineIcon(name, tint)); }

QIcon applicationIcon()
{
    initResources();
    return QIcon(QStringLiteral(":/icons/porthole.svg"));
}

} // namespace porthole
