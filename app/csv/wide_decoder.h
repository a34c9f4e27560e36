#pragma once

#include "app/csv/block_decoder.h"

namespace rowlift {

/// Halves without their other half, and bytes left over at the end, become U+FFFD.
std::unique_ptr<BlockDecoder> makeUtf16Decoder(bool littleEndian);
std::unique_ptr<BlockDecoder> makeUtf32Decoder(bool littleEndian);

} // namespace rowlift
