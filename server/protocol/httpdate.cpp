// SPDX-License-Identifier: MIT
#include "server/protocol/httpdate.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace porthole::protocol {

namespace {

constexpr std::array<std::string_view, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 7> longDays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

struct Parts
{
    int year = 0;
    unsigned month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
};

std::string digits(int value, std::size_t width)
{
    const std::string text = std::to_string(value);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

/// Takes a text apart from the left; each function says whether it found what it wants.
class Reader final
{
public:
    explicit Reader(std::string_view text) : m_text(text) { }

    bool isAtEnd() const { return m_text.empty(); }
    bool literal(std::string_view text)
    {
        if (!m_text.starts_with(text))
            return false;
        m_text.remove_prefix(text.size());
        return true;
    }
    bool number(std::size_t width, int &value)
    {
        const std::string_view part = m_text.substr(0, width);
        if (part.size() != width || !std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return false;
        std::from_chars(part.data(), part.data() + part.size(), value);
        m_text.remove_prefix(width);
        return true;
    }
    template<typename Names>
    bool oneOf(const Names &names)
    {
        return std::any_of(names.begin(), names.end(), [this](std::string_view name) { return literal(name); });
    }
    bool month(unsigned &value)
    {
        for (value = 1; value <= months.size(); ++value) {
            if (literal(months[value - 1]))
                return true;
        }
        return false;
    }
    bool time(Parts &parts)
    {
        return number(2, parts.hour) && literal(":") && number(2, parts.minute) && literal(":")
            && number(2, parts.second);
    }

private:
    std::string_view m_text;
};

std::optional<std::int64_t> secondsOf(const Parts &parts)
{
    using namespace std::chrono;
    const year_month_day date{year(parts.year), month(parts.month), day(unsigned(parts.day))};
    if (!date.ok() || parts.year < 1970 || parts.hour > 23 || parts.minute > 59 || parts.second > 60)
        return {};
    const std::int64_t ofDay = (parts.hour * 60 + parts.minute) * 60 + std::min(parts.second, 59);
    return std::int64_t(sys_days(date).time_since_epoch().count()) * 86'400 + ofDay;
}

bool readFixdate(Reader read, Parts &parts)
{
    return read.oneOf(days) && read.literal(", ") && read.number(2, parts.day) && read.literal(" ")
        && read.month(parts.month) && read.literal(" ") && read.number(4, parts.year) && read.literal(" ")
        && read.time(parts) && read.literal(" GMT") && read.isAtEnd();
}

bool readRfc850(Reader read, Parts &parts)
{
    if (!read.oneOf(longDays) || !read.literal(", ") || !read.number(2, parts.day) || !read.literal("-")
        || !read.month(parts.month) || !read.literal("-") || !read.number(2, parts.year) || !read.literal(" ")
        || !read.time(parts) || !read.literal(" GMT") || !read.isAtEnd())
        return false;
    parts.year += parts.year < 70 ? 2000 : 1900;
    return true;
}

bool readAsctime(Reader read, Parts &parts)
{
    if (!read.oneOf(days) || !read.literal(" ") || !read.month(parts.month) || !read.literal(" "))
        return false;
    const bool day = read.literal(" ") ? read.number(1, parts.day) : read.number(2, parts.day);
    return day && read.literal(" ") && read.time(parts) && read.literal(" ") && read.number(4, parts.year)
        && read.isAtEnd();
}

} // namespace

std::string httpDate(std::int64_t seconds)
{
    using namespace std::chrono;
    const sys_days date(std::chrono::days(seconds / 86'400));
    const int ofDay = int(seconds % 86'400);
    const year_month_day parts(date);
    std::string text(days[weekday(date).c_encoding()]);
    text.append(", ").append(digits(int(unsigned(parts.day())), 2)).append(" ");
    text.append(months[unsigned(parts.month()) - 1]).append(" ").append(digits(int(parts.year()), 4)).append(" ");
    text.append(digits(ofDay / 3600, 2)).append(":").append(digits(ofDay / 60 % 60, 2)).append(":");
    return text.append(digits(ofDay % 60, 2)).append(" GMT");
}

std::optional<std::int64_t> parseHttpDate(std::string_view text)
{
    for (const auto form : {readFixdate, readRfc850, readAsctime}) {
        Parts parts;
        if (form(Reader(text), parts))
            return secondsOf(parts);
    }
    return {};
}

} // namespace porthole::protocol
