// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace porthole {

/// What went wrong and what to do about it, in one sentence for a person.
struct Error
{
    QString message;
};

/// A value or an Error: for failures that are expected. Our own bugs are Q_ASSERT instead.
/// Threads: a value. Reading the side that is not there is a bug.
template<typename T = std::monostate>
class Result final
{
public:
    Result() = default;
    Result(T value) : m_content(std::move(value)) { }
    Result(Error error) : m_content(std::move(error)) { }

    explicit operator bool() const { return std::holds_alternative<T>(m_content); }
    const T &value() const { return std::get<T>(m_content); }
    T &value() { return std::get<T>(m_content); }
    const Error &error() const { return std::get<Error>(m_content); }

private:
    std::variant<T, Error> m_content;
};

} // namespace porthole
