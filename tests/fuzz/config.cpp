#include "models/config/configdocument.h"
#include "models/records/policy.h"
#include "tests/fuzz/fuzz.h"

using namespace Gatehouse;

/// A configuration file: what its schema takes can be used, and what not is answered with a sentence.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Result<ConfigDocument> document = ConfigDocument::parse(bytesOf(data, size), QStringLiteral("file"));
    if (!document) {
        const QString sentence = document.error().message;
        require(sentence.startsWith(u"file: ") && sentence.endsWith(u'.'),
                "a refusal is a sentence that names the file");
        return 0;
    }
    Policy policy;
    require(bool(policy.apply(document->policy)), "the switches of an accepted file can be set");
    Policy again;
    require(bool(again.apply(policy.toJson())) && again.toJson() == policy.toJson(),
            "switches written and read again are the same");
    return 0;
}
