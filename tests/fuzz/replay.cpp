// SPDX-License-Identifier: MIT
#include "tests/fuzz/check.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

// Runs a target over files and all files in folders, without a fuzzer: replay_session tests/fuzz/corpus/session
namespace {

void replay(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    std::vector<char> bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    bytes.shrink_to_fit();
    std::printf("%s: %zu bytes\n", path.filename().string().c_str(), bytes.size());
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size());
}

} // namespace

int main(int argc, char **argv)
{
    int count = 0;
    for (int i = 1; i < argc; ++i) {
        if (!std::filesystem::is_directory(argv[i])) {
            replay(argv[i]);
            ++count;
            continue;
        }
        for (const auto &entry : std::filesystem::directory_iterator(argv[i])) {
            replay(entry.path());
            ++count;
        }
    }
    if (count == 0)
        std::fprintf(stderr, "no input\n");
    return count == 0 ? 1 : 0;
}
