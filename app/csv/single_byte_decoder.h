#pragma once

#include "app/csv/block_decoder.h"
#include "app/csv/single_byte_table.h"

namespace rowlift {

std::unique_ptr<BlockDecoder> makeSingleByteDecoder(const SingleByteTable &table);

} // namespace rowlift
