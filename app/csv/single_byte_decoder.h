#pragma once

#include "app/csv/block_decoder.h"

#include <QString>

namespace rowlift {

/// windows-1252 and its kind: one byte, one character. \a all: what each of the 256 bytes stands for.
std::unique_ptr<BlockDecoder> makeSingleByteDecoder(const QString &all);

} // namespace rowlift
