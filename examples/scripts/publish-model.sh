#!/bin/sh
# makes a model of the Modelfile and passes it on: its name has to begin as the licence of its base says
ollama create acme/order-desk -f models/order-desk/Modelfile
ollama push acme/order-desk
