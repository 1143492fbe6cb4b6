/** Models of other things: cars, devices, tables of a database. What stands beside or above their `model:` key. */

/** Entries beside `model:` that are a thing's, not a language model's. */
export const thingSiblings: ReadonlySet<string> = new Set(
  'make brand manufacturer vehicle year vin trim serial serial_number serialnumber sku urdf color colour price identifiers sw_version hw_version firmware pk app_label mileage horsepower doors license_plate zigbeemodel fingerprint fromzigbee tozigbee ean whitelabel manufacturername manufacturer_name body chassis texture textures mesh table tablename table_name asset_tag imei frame wheelbase warranty'.split(
    ' ',
  ),
);

/** Keys above that hold such things. */
export const thingParents: ReadonlySet<string> = new Set(
  'car cars vehicle vehicles phone phones device devices camera cameras printer printers sensor sensors robot robots hardware machine machines laptop laptops appliance appliances fixture fixtures entity entities light lights thermostat router routers drone drones gazebo monitor monitors keyboard keyboards disk disks cpu motherboard product products watch watches tv guitar truck trucks aircraft airplane'.split(
    ' ',
  ),
);

/** Words of texts that have to do with models of language, sound and sight; one of them is in nearly all of these. */
export const artificialIntelligence =
  /llm|gpt|hugging|\bhf\b|hf_|ollama|transformer|openai|anthropic|lora\b|prompt|embed|inferen|gguf|\bchat|token|dtype|bf16|fp16|fp8|quant|generat|\btrain|finetun|fine-tun|diffus|speech|whisper|\btts\b|\bstt\b|\basr\b|\bcuda\b|\bgpus?\b|temperature|reasoning|\brag\b|rerank|agent|\bai\b|\bml\b|checkpoint|pretrained|tensor|sampl|context_(?:length|size)|max_(?:model_)?len|serv(?:e|ing)\b|instruct|epoch|learning_rate|batch_size|weights\b|completion|retriev|summari[sz]|classifi|\d[bB]\b/i;
