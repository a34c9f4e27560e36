// Reads a file once with read() and 256 KiB, and does nothing with it: what every measurement is a ratio to.
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>
#include <vector>

int main(int argc, char **argv)
{
    const int file = argc == 2 ? open(argv[1], O_RDONLY | O_CLOEXEC) : -1;
    if (file < 0)
        return 2;
    std::vector<char> block(256 * 1024);
    long long bytes = 0;
    ssize_t got = 0;
    while ((got = read(file, block.data(), block.size())) > 0)
        bytes += got;
    close(file);
    std::printf("%lld\n", bytes);
    return got < 0 ? 3 : 0;
}
